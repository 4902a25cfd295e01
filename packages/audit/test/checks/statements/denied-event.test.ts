import { checkTests } from '../../audit-text.ts'

checkTests('denied-event', {
  kind: 'contradiction',
  clean: {
    'one kind denied, another counted': '全年未发生安全生产事故。\n全年发生治安纠纷2起。',
    'large ones denied, small ones counted': '全年未发生较大以上森林火灾。\n全年发生森林火灾3起，比上年的5起减少2起，下降40%。',
  },
  faulty: {
    'denied and counted': {
      text: '全年未发生安全生产事故。\n（二）\n全年共发生安全生产事故2起，均已处理。',
      severity: 'warning',
      figure: '全年未发生安全生产事故',
      quote: '全年未发生安全生产事故',
      expected: null,
    },
    'a graded one is one': {
      text: '辖区内无森林火灾。\n（二）\n辖区发生一般森林火灾1起。',
      severity: 'warning',
      figure: '辖区内无森林火灾',
      quote: '辖区内无森林火灾',
    },
  },
  edge: {
    'none counted is none': ['全年未发生食品安全事件。\n全年发生食品安全事件0起。', '全年未发生食品安全事件。\n全年发生食品安全事件1起。'],
  },
  silent: {
    'its own, and those of the county': '我局全年未发生生产安全事故。\n全县发生生产安全事故7起。',
    'complaints about others are work': '窗口服务零投诉。\n全年受理群众投诉418件。',
    'another year': '全年未发生森林火灾。\n2022年发生森林火灾3起。',
    'an aim': '（一）年度目标\n全年不发生森林火灾，未发生森林火灾。\n（二）完成情况\n全年发生森林火灾1起。',
    'the holidays': '节假日期间未发生安全生产事故。\n全年发生安全生产事故1起。',
  },
})
