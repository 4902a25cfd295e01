import { checkTests } from '../../audit-text.ts'

const SIGNED = '\n二、支出\n全年支出120万元。\n临河县示例局\n2024年5月20日'

checkTests('base-date-out-of-place', {
  kind: 'date',
  clean: {
    'the end of the year': `一、评价时间\n评价时间为2024年3月至5月，评价基准日为2023年12月31日。${SIGNED}`,
    'a day shortly before the report': `一、评价时间\n评价基准日为2024年3月31日。${SIGNED}`,
    'the twelve months of the year': '一、评价范围\n评价期间为2023年1月1日至2023年12月31日。',
  },
  faulty: {
    'after the report': {
      text: `一、评价时间\n评价基准日为2024年12月31日。${SIGNED}`,
      severity: 'warning',
      figure: '2024年12月31日',
      quote: '评价基准日为2024年12月31日',
      expected: '2023年12月31日',
    },
    'before the year began': {
      text: `一、评价时间\n绩效评价基准日：2022年12月31日。${SIGNED}`,
      severity: 'warning',
      figure: '2022年12月31日',
      quote: '2022年12月31日',
      expected: '2023年12月31日',
    },
    'a year later, and no day of the report': {
      text: '一、评价时间\n本次评价基准日为2024年12月31日。',
      severity: 'warning',
      figure: '2024年12月31日',
      quote: '本次评价基准日为2024年12月31日',
    },
    'data up to a day after the report': {
      text: `一、评价时间\n数据采集截止日期为2024年6月30日。${SIGNED}`,
      severity: 'warning',
      figure: '2024年6月30日',
      quote: '数据采集截止日期为2024年6月30日',
    },
    'the twelve months of the year before': {
      text: '一、评价范围\n评价期间为2022年1月1日至2022年12月31日。',
      severity: 'warning',
      figure: '2022年1月1日至2022年12月31日',
      quote: '评价期间为2022年1月1日至2022年12月31日',
      expected: '2023年1月1日至2023年12月31日',
    },
  },
  edge: {
    'on the day of the report, and the day after': [
      `一、评价时间\n评价基准日为2024年5月20日。${SIGNED}`,
      `一、评价时间\n评价基准日为2024年5月21日。${SIGNED}`,
    ],
  },
  silent: {
    'the valuation of assets': `一、资产\n经评估机构评估，评估基准日为2022年12月31日。${SIGNED}`,
    'a valuation told in words': `一、资产\n资产评估结果如下，基准日为2022年12月31日。${SIGNED}`,
    'when applications closed': '一、申报\n项目网上申报，截止日期为2022年6月30日。',
    'a project of several years': '一、评价范围\n评价期间为2021年1月1日至2023年12月31日。',
    'the half of a year': '一、评价范围\n监控期间为2023年1月1日至2023年6月30日。',
    'the day on which a count was taken': '一、人口\n第七次人口普查基准时点为2020年11月1日。',
    'without a year': '一、评价时间\n评价基准日为评价年度12月31日。',
  },
})
