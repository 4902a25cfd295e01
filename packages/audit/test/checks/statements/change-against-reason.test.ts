import { checkTests } from '../../audit-text.ts'

checkTests('change-against-reason', {
  kind: 'contradiction',
  clean: {
    'a fall explained by less': '公务接待费3.20万元，比上年减少1.20万元，下降27.27%，主要原因是接待批次减少。',
    'a rise explained by more': '人员经费320万元，比上年310万元增加10万元，主要原因是在职人员增加、工资标准提高。',
  },
  faulty: {
    'a fall explained by more of the same': {
      text: '公务接待费3.20万元，比上年减少1.20万元，主要原因是上级检查增加，接待批次增多。',
      severity: 'warning',
      figure: '主要原因是上级检查增加，接待批次增多',
      quote: '主要原因是上级检查增加，接待批次增多',
      expected: null,
    },
    'a rise explained by thrift': {
      text: '公用经费58.60万元，较上年58.00万元增加0.60万元，主要原因是厉行节约、压减一般性支出。',
      severity: 'warning',
      figure: '主要原因是厉行节约、压减一般性支出',
      quote: '主要原因是厉行节约、压减一般性支出',
    },
    'the reason in the next sentence': {
      text: '人员经费300万元，较上年减少10万元。主要原因是在职人员增加、工资标准提高。',
      severity: 'warning',
      figure: '主要原因是在职人员增加、工资标准提高',
      quote: '主要原因是在职人员增加、工资标准提高',
    },
    'the reason first': {
      text: '由于接待批次增加，公务接待费较上年减少1.20万元。',
      severity: 'warning',
      figure: '由于接待批次增加',
      quote: '由于接待批次增加，公务接待费较上年减少1.20万元',
    },
    'reasons in a numbered row': {
      text: '公务接待费3.20万元，较上年减少1.20万元，下降的主要原因：一是接待批次增加，二是来访人次增多。',
      severity: 'warning',
      figure: '下降的主要原因：一是接待批次增加，二是来访人次增多',
      quote: '下降的主要原因：一是接待批次增加，二是来访人次增多',
    },
    'a trend in words': {
      text: '全年支出呈下降趋势，主要原因是新增信息化建设项目。',
      severity: 'warning',
      figure: '主要原因是新增信息化建设项目',
      quote: '主要原因是新增信息化建设项目',
    },
  },
  edge: {
    'a reason each way': [
      '公务接待费3.20万元，比上年减少1.20万元，主要原因是接待批次增多，陪餐人数减少。',
      '公务接待费3.20万元，比上年减少1.20万元，主要原因是接待批次增多，陪餐人数增多。',
    ],
  },
  silent: {
    'the base was high': '培训费2.0万元，较上年减少0.5万元，主要原因是上年新增岗前培训。',
    'the base was low': '培训费2.0万元，较上年增加0.5万元，主要是上年受疫情影响培训减少。',
    'something else instead': '会议费1.0万元，较上年减少0.5万元，主要是视频会议增加。',
    'booked elsewhere': '公用经费9.2万元，较上年减少16万元，主要原因是印刷等费用改列项目支出，项目支出增加。',
    'retired staff': '人员经费300万元，较上年减少10万元，主要原因是退休人员增加。',
    'new cars burn less': '公务用车运行维护费2万元，较上年减少1万元，主要原因是新能源车辆增加。',
    'more effort saves more': '公用经费20万元，比上年减少3万元，主要原因是管控力度加大，节能意识提高。',
    'what is left is not spending': '年末结转和结余12万元，比上年减少3万元，主要原因是支出增加。',
    'a rise and a fall': '项目支出120万元，比上年增加20万元，比预算减少5万元，主要原因是部分项目取消。',
  },
})
