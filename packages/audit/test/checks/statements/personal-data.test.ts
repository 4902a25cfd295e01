import { describe, expect, test } from 'vitest'
import { mask, personalNumbersIn } from '../../../src/checks/statements/personal-numbers.ts'
import { type Audited, auditBody, expectSound, pointedAt, table } from '../../audit-text.ts'

/** Of nobody: the region does not exist, the check digits hold. */
const ID = '810101198001010016'
const ID_X = '81010120100229123X'
const CARD = '9999000000000000129'

const published = (body: string) => auditBody(body, { purpose: 'disclosure' })
const own = ({ findings }: Audited) => findings.filter(({ check }) => check === 'personal-data')
const told = (body: string) => own(published(body)).map(({ severity, message }) => [severity, message])

describe('in a report that is to be published', () => {
  test.each([
    [
      'an identity number',
      `发放对象张某，身份证号${ID}，已发放到位。`,
      'warning',
      '写有身份证号 1 处（如 810***********0016），公开前请隐去。',
    ],
    ['one that ends with X', `经办记录（${ID_X}）存档。`, 'warning', '写有身份证号 1 处（如 810***********123X），公开前请隐去。'],
    [
      'an old one, by its words',
      '身份证号：810101800101001，已核实。',
      'warning',
      '写有身份证号 1 处（如 810********1001），公开前请隐去。',
    ],
    ['the number of a pupil', `学籍号G${ID}，已资助。`, 'warning', '写有身份证号 1 处（如 G81************0016），公开前请隐去。'],
    ['a mobile phone', '受益户李某，13812345678，已回访。', 'warning', '写有手机号 1 处（如 138****5678），公开前请隐去。'],
    [
      'a mobile phone with dashes',
      '受益户李某（手机138-1234-5678）已回访。',
      'warning',
      '写有手机号 1 处（如 138******5678），公开前请隐去。',
    ],
    ['a bank card', `打入一卡通账号${CARD}。`, 'warning', '写有银行卡号 1 处（如 999************0129），公开前请隐去。'],
    [
      'an address to the door',
      '走访对象家住红旗路12号院3单元501室，困难已解决。',
      'warning',
      '写有到门牌的住址 1 处（如 家住红旗路**号），公开前请隐去。',
    ],
    [
      'the phone of who filled it in',
      '填报人：王某 联系电话：13812345678',
      'info',
      '写有填报人或联系人的电话 1 处（如 138****5678），公开前请隐去。',
    ],
    [
      'an office phone below the form',
      '填表人：王某　联系电话：0371-66001234',
      'info',
      '写有填报人或联系人的电话 1 处（如 037******1234），公开前请隐去。',
    ],
  ])('%s is told and not printed', (_name, body, severity, message) => {
    expect(told(`一、情况\n${body}`)).toEqual([[severity, message]])
  })

  test('the whole number stands nowhere in what is told, and the place is right', () => {
    const audited = published(`一、情况\n发放对象张某，身份证号${ID}，手机13812345678。`)
    const findings = own(audited)
    expect(findings).toHaveLength(2)
    for (const finding of findings) expectSound(audited.document, finding)
    expect(findings.map(({ quotes }) => quotes.map((quote) => pointedAt(audited.document, quote)))).toEqual([['810'], ['138']])
    expect(JSON.stringify(findings)).not.toMatch(/810101|13812345678/)
  })

  test('many numbers are one finding', () => {
    const audited = published(
      `一、情况\n${Array.from({ length: 30 }, (_, n) => `第${n}户户主电话138123456${String(n + 10)}。`).join('\n')}`,
    )
    expect(own(audited).map(({ message }) => message)).toEqual(['写有手机号 30 处（如 138****5610），公开前请隐去。'])
    expect(own(audited)[0]?.quotes).toHaveLength(8)
  })

  test('a list of persons is told once, by its heads', () => {
    const audited = published(
      `一、发放名单\n${table('序号 | 姓名 | 身份证号 | 金额（元）', `1 | 张某某 | ${ID} | 1000`, `2 | 李某某 | ${ID_X} | 1000`, '合计 |  |  | 2000')}`,
    )
    const findings = own(audited)
    expect(findings.map(({ severity, message }) => [severity, message])).toEqual([
      ['warning', '名单列有姓名、身份证号，共 2 人，公开前请隐去。'],
    ])
    expect(findings[0]?.quotes.map((quote) => pointedAt(audited.document, quote))).toEqual(['姓名', '身份证号'])
    expect(JSON.stringify(findings)).not.toMatch(/张某某|810101/)
  })

  test('phones of a working group are a note', () => {
    expect(told(`一、工作组\n${table('姓名 | 职务 | 联系电话', '王某某 | 组长 | 13812345678', '李某某 | 成员 | 13912345678')}`)).toEqual([
      ['info', '名单列有姓名、联系电话，共 2 人，公开前请隐去。'],
    ])
  })

  test('a phone in a cell is found, its neighbours are not printed', () => {
    const audited = published(`一、联系\n${table('乡镇 | 户主情况 | 金额（元）', '甲镇 | 赵某某13812345678 | 1000', '乙镇 | 无 | 2000')}`)
    expect(own(audited).map(({ severity }) => severity)).toEqual(['warning'])
    expect(JSON.stringify(own(audited))).not.toContain('赵某某')
  })
})

describe('is silent', () => {
  test('when nobody means to publish', () => {
    const body = `一、情况\n发放对象身份证号${ID}，手机13812345678。`
    expect(own(auditBody(body))).toEqual([])
    expect(auditBody(body).result.reports[0]?.coverage.statements['not-applicable']).toBeGreaterThan(0)
  })

  test.each([
    ['masked numbers', '身份证号810***********0016，手机138****5678。'],
    ['a code of a project', '项目编码511799220000091277881，预算500.00万元。'],
    ['a code with the wrong check digit', '编号810101198001010017。'],
    ['a credit code', '统一社会信用代码11410000MB1234567X。'],
    ['an account of an office, by its digits', '收款账号41001234567890123456。'],
    ['an account of an office, by its words', `对公账号${CARD}。`],
    ['a hotline', '监督电话：0371-66001234，举报热线12345，投诉13812345678。'],
    ['an office phone', '办公室电话0371-66001234，传真0371-66001235。'],
    ['amounts in yuan', '全省专项债券余额15600000000元，其中：新增13812345678元。'],
    ['an address of the office', '办公地址：红旗路12号，邮编450000。'],
    ['where work was done', '改造红旗路12号院、人民路小区3号楼等老旧小区。'],
    ['dates and numbers of contracts', '合同编号20230115138001，签订于2023-01-15，文号〔2023〕12号。'],
  ])('%s', (_name, body) => {
    expect(told(`一、情况\n${body}`)).toEqual([])
  })

  test('lists with asterisks, and lists without numbers', () => {
    expect(
      told(`一、名单\n${table('姓名 | 身份证号 | 金额（元）', '张** | 810***********0016 | 1000', '李** | 810***********0024 | 1000')}`),
    ).toEqual([])
    expect(told(`一、名单\n${table('姓名 | 职务 | 分工', '王某某 | 组长 | 全面工作', '李某某 | 成员 | 资料收集')}`)).toEqual([])
    expect(
      told(`一、名单\n${table('项目 | 联系电话 | 金额（元）', '灌区 | 0371-66001234 | 1000', '道路 | 0371-66001235 | 1000')}`),
    ).toEqual([])
  })

  test('half a million digits are passed once', () => {
    expect(told(`一、情况\n${'1381234567'.repeat(50_000)}`)).toEqual([])
  })
})

describe('personal numbers', () => {
  test('need a day of birth that exists', () => {
    expect(personalNumbersIn(ID, '')).toHaveLength(1)
    expect(personalNumbersIn('810101198013010016', '')).toEqual([])
  })

  test('are read in wide digits and below the head of their column', () => {
    expect(personalNumbersIn('１３８１２３４５６７８', '')).toEqual([{ kind: 'mobile', start: 0, end: 11 }])
    expect(personalNumbersIn(CARD, '银行卡号')).toEqual([{ kind: 'card', start: 0, end: 19 }])
    expect(personalNumbersIn('13812345678', '金额（元）')).toEqual([])
  })

  test('are masked but for three and four', () => {
    expect(mask(ID, 'id')).toBe('810***********0016')
    expect(mask('家住红旗路12号', 'address')).toBe('家住红旗路**号')
  })
})
