import { checkTests } from '../../audit-text.ts'

checkTests('foreign-self-word', {
  kind: 'foreign-entity',
  clean: {
    'its own word': '我局内设3个股室。我单位开展了自评。',
    'an office beside it': '我局开展了自评，本办法由我局解释，我委托第三方核查。',
  },
  faulty: {
    'a school in an office': {
      text: '我局内设3个股室。我局开展了自评。\n我校全体人员参加培训。',
      severity: 'warning',
      figure: '我校',
      quote: '我校全体人员参加培训',
      expected: null,
    },
    'a town in an office': {
      text: '我局内设3个股室。我单位开展了自评。\n本镇全年支出控制良好。',
      severity: 'warning',
      figure: '本镇',
      quote: '本镇全年支出控制良好',
    },
  },
  edge: {
    'the other word must be the exception': [
      '我局开展了自评。我单位内设3个股室。\n我馆全年开放，我馆免费，我馆周末服务。',
      '我局开展了自评。我单位内设3个股室。\n我馆全年开放。',
    ],
  },
  silent: {
    'a second name': '我局加挂县档案馆牌子。我局开展了自评。我单位内设3个股室。我馆全年开放。',
    'a unit below': '我局下属事业单位1个，即县示例馆。我局开展了自评。我馆全年开放。',
    'words that only look like it': '成本处于低位，基本会议已开，本院内、本办公用房、本所有项目均列入，我局、我单位均已核对。',
  },
})
