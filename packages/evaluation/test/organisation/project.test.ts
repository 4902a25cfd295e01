import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { goalsDue, type ProjectData, projectOf } from '../../src/organisation/project.ts'
import { readProjectCode } from '../../src/organisation/project-code.ts'

describe('a project code', () => {
  test('is region, year, class and number', () => {
    expect(readProjectCode('51000021R000000019951')).toEqual({
      code: { text: '51000021R000000019951', region: '510000', year: 2021, class: 'personnel', serial: '000000019951' },
    })
    expect(readProjectCode('51092324T000010263357')).toMatchObject({ code: { region: '510923', year: 2024, class: 'specific' } })
  })

  test.each([' 51092324t000010263357 ', '５１０９２３２４Ｔ０００010263357', '51092324T000010263357-样例项目'])(
    'is put right: %s',
    (text) => {
      expect(readProjectCode(text)).toMatchObject({ code: { text: '51092324T000010263357' } })
    },
  )

  test('is refused with what is wrong', () => {
    expect(readProjectCode('5.10923E+20')).toMatchObject({ fault: 'length' })
    expect(readProjectCode('51092324X000010263357')).toMatchObject({ fault: 'class' })
    expect(readProjectCode('5109A324T000010263357')).toMatchObject({ fault: 'digits' })
    expect(readProjectCode('9'.repeat(1_000_000))).toMatchObject({ fault: 'length', text: '9'.repeat(60) })
  })

  test('any text at all gives a code or a fault', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary-ascii', maxLength: 60 }), (text) => {
        const read = readProjectCode(text)
        expect('fault' in read || read.code.text.length === 21).toBe(true)
      }),
    )
  })
})

const data = (rest: Partial<ProjectData> = {}): ProjectData => ({
  code: '13990922T000000000017',
  name: '样例项目',
  unit: 'u1',
  span: { kind: 'once', year: 2022 },
  transfer: null,
  bond: null,
  exempt: null,
  ...rest,
})

function made(rest: Partial<ProjectData>) {
  const made = projectOf(data(rest))
  if ('faults' in made) throw new Error(JSON.stringify(made.faults))
  return made.project
}

describe('a project', () => {
  test('is evaluated in its year, or in each of its years, and by its goal of the whole in the last', () => {
    const once = made({})
    expect([2021, 2022, 2023].map((year) => goalsDue(once, year))).toEqual([[], ['year'], []])
    const several = made({ span: { kind: 'multi-year', from: 2022, to: 2024 } })
    expect([2021, 2022, 2023, 2024, 2025].map((year) => goalsDue(several, year))).toEqual([[], ['year'], ['year'], ['year', 'whole'], []])
    const continuing = made({ span: { kind: 'continuing', from: 2022 } })
    expect(goalsDue(continuing, 2035)).toEqual(['year'])
  })

  test('of a special bond is evaluated over its life', () => {
    const bond = made({ bond: { from: 2022, to: 2032 } })
    expect(goalsDue(bond, 2027)).toEqual(['year'])
    expect(goalsDue(bond, 2032)).toEqual(['year', 'whole'])
    expect(goalsDue(bond, 2033)).toEqual([])
  })

  test('that is exempt is not evaluated, and says why', () => {
    expect(goalsDue(made({ exempt: '年中调减为零' }), 2022)).toEqual([])
    expect(projectOf(data({ exempt: ' ' }))).toMatchObject({ faults: [{ code: 'no-reason' }] })
  })

  test('tells all its faults at once', () => {
    const made = projectOf(data({ class: 'personnel', span: { kind: 'multi-year', from: 2021, to: 2021 }, bond: { from: 2030, to: 2022 } }))
    expect(made).toMatchObject({
      faults: [{ code: 'wrong-class' }, { code: 'before-its-code' }, { code: 'bad-years', at: 'span' }, { code: 'bad-years', at: 'bond' }],
    })
    expect(projectOf(data({ code: 'x' }))).toMatchObject({ faults: [{ code: 'bad-code' }] })
  })
})
