import { describe, expect, test } from 'vitest'
import { auditText, checkTests } from '../../audit-text.ts'

checkTests('evaluated-object-switched', {
  kind: 'contradiction',
  clean: {
    'the department as a whole': '一、自评结论\n部门整体支出绩效自评得分96分。',
  },
  faulty: {
    'the conclusion is about a project': {
      text: '一、自评结论\n该项目自评得分96分。',
      severity: 'warning',
      figure: '该项目自评得分96分',
      quote: '该项目自评得分96分',
      expected: null,
    },
  },
  edge: {
    'a project in a list of projects is told rightly': ['一、项目情况\n该项目自评得分96分。', '一、综合评价结论\n该项目自评得分96分。'],
  },
  silent: {
    'projects beside the whole': '一、自评结论\n部门整体支出绩效自评得分96分，所属3个项目自评得分均在90分以上。',
  },
})

describe('evaluated-object-switched in the report of a project', () => {
  const checks = (body: string): string[] =>
    auditText(`临河县示例局\n2023年度道路养护项目支出绩效自评报告\n\n${body}`).findings.map(({ check }) => check)

  test('a score of the whole department is of another report', () => {
    expect(checks('一、结论\n2023年部门整体支出绩效自评得分96分。')).toContain('evaluated-object-switched')
  })
  test('the notice may be about both', () => {
    expect(checks('一、依据\n根据《关于开展部门整体支出绩效自评和项目支出绩效自评的通知》，开展自评。')).not.toContain(
      'evaluated-object-switched',
    )
  })
})
