import { describe, expect, test } from 'vitest'
import { auditBody, checkTests, table } from '../../audit-text.ts'

const head = '一级指标 | 三级指标 | 年度指标值 | 实际完成值 | 分值 | 得分 | 偏差原因及改进措施'
const noColumn = '一级指标 | 三级指标 | 年度指标值 | 实际完成值 | 分值 | 得分'

checkTests('marks-lost-without-reason', {
  kind: 'missing-section',
  clean: {
    'each loss has its reason': table(
      head,
      '产出指标 | 清扫道路里程 | ≥86公里 | 88公里 | 20 | 20 | ',
      ' | 更换果皮箱 | ≥400个 | 360个 | 20 | 18 | 招标推迟一个月，下年一季度补齐',
    ),
    'a loss of a tenth of a point needs none': table(head, '产出指标 | 垃圾清运及时率 | ≥99% | 98.6% | 20 | 19.92 | '),
    'the text gives the reason': `${table(head, '产出指标 | 更换果皮箱 | ≥400个 | 360个 | 20 | 18 | ')}\n二、存在问题\n更换果皮箱数量未达目标，主要是招标推迟一个月。`,
  },
  faulty: {
    'a loss beside an empty reason': {
      text: table(
        head,
        '产出指标 | 清扫道路里程 | ≥86公里 | 88公里 | 20 | 20 | ',
        ' | 更换果皮箱 | ≥400个 | 360个 | 20 | 18 | ',
        ' | 作业质量 | 良好 | 较好 | 20 | 17 | 两条背街保洁不到位',
      ),
      severity: 'warning',
      figure: '18',
      quote: '更换果皮箱\t≥400个\t360个\t20\t18',
    },
    'pipes; 无 is no reason; a small loss is a matter of form': {
      text: '| 指标名称 | 目标值 | 完成情况 | 权重 | 自评得分 | 扣分原因 |\n| --- | --- | --- | --- | --- | --- |\n| 预算绩效管理 | 规范 | 较规范 | 5 | 4.5 | 无 |\n| 资产管理 | 规范 | 规范 | 5 | 5 | 无 |',
      severity: 'info',
      figure: '4.5',
      quote: '预算绩效管理 | 规范 | 较规范 | 5 | 4.5 | 无',
    },
    'half a point without a reason stands out where all others give theirs': {
      text: table(
        head,
        '过程指标 | 制度健全性 | 健全 | 较健全 | 5 | 4.5 | —',
        '产出指标 | 更换果皮箱 | ≥400个 | 390个 | 20 | 19.5 | 招标推迟',
        ' | 清运及时率 | ≥99% | 95% | 20 | 19.19 | 车辆检修',
        ' | 居民投诉办结 | ≥95% | 90% | 10 | 9.47 | 年末受理未办结',
      ),
      severity: 'warning',
      figure: '4.5',
      quote: '过程指标\t制度健全性\t健全\t较健全\t5\t4.5\t—',
    },
    'the note below the table asks for reasons': {
      text: `${table(noColumn, '产出指标 | 修剪行道树 | ≥3000株 | 2100株 | 10 | 7', ' | 补植苗木 | ≥200株 | 230株 | 10 | 10')}\n注：未完成原因分析：说明偏离目标、不能完成目标的原因及拟采取的措施。`,
      severity: 'warning',
      figure: '7',
      quote: '产出指标\t修剪行道树\t≥3000株\t2100株\t10\t7',
    },
  },
  edge: {
    'a tenth of a point, and a little more': [
      table(head, '产出指标 | 垃圾清运及时率 | ≥99% | 98.5% | 20 | 19.9 | '),
      table(head, '产出指标 | 垃圾清运及时率 | ≥99% | 98.4% | 20 | 19.88 | '),
    ],
  },
  silent: {
    'no column for reasons and nobody asks': table(noColumn, '产出指标 | 修剪行道树 | ≥3000株 | 2100株 | 10 | 7'),
    'a reason in the column 备注': table(
      '三级指标 | 年度指标值 | 实际完成值 | 分值 | 得分 | 扣分原因 | 备注',
      '修剪行道树 | ≥3000株 | 2100株 | 10 | 7 |  | 台风后抢险占用工期',
    ),
    'a reason that was pushed one column on': table(head, '产出指标 | 更换果皮箱 | ≥400个 | 360个 | 20 | 18 |  | 招标推迟一个月'),
    'the rate of money spent explains its points': table(head, '预算执行 | 预算执行率 | 100% | 94.2% | 10 | 9.42 | '),
    'the statement of what was done says what was not': table(
      '三级指标 | 年度目标 | 完成情况 | 分值 | 得分 | 扣分原因',
      '制度建设 | 健全 | 制定制度6项，采购细则未修订 | 5 | 4 | ',
    ),
    'subtotals and totals': table(
      head,
      '产出指标 |  |  |  | 20 | 18 | ',
      ' | 更换果皮箱 | ≥400个 | 360个 | 20 | 18 | 招标推迟',
      '合计 |  |  |  | 20 | 18 | ',
    ),
  },
})

describe('marks lost without a reason', () => {
  test('many rows of one table are one finding', () => {
    const rows = Array.from({ length: 12 }, (_, at) => ` | 第${'甲乙丙丁戊己庚辛壬癸子丑'.charAt(at)}段养护 | 良好 | 较好 | 5 | 3 | `)
    const { findings } = auditBody(table(head, ...rows))
    expect(findings.map(({ check }) => check)).toEqual(['marks-lost-without-reason'])
    expect(findings[0]?.message).toContain('等12项指标')
    expect(findings[0]?.quotes.length).toBe(8)
  })
})
