import { describe, expect, test } from 'vitest'
import { progressLight, selfWarning } from '../../src/policy/lights.ts'
import { USUAL_POLICIES } from '../../src/scheme/scheme.ts'
import { exact, over } from '../../src/scoring/exact.ts'

const part = (percent: string) => over(exact(percent), exact('100'))

const lights = { execution: 'e', redBelow: '0.6', greenFrom: '0.8' }
const warning = { execution: 'e', redAbove: '0.05', yellowUnspentAbove: '0.2' }

describe('lights of monitoring', () => {
  test.each([
    ['40', 7, 'yellow', '68.57'],
    ['55', 7, 'green', '94.29'],
    ['30', 6, 'yellow', '60'],
    ['29.99', 6, 'red', '59.98'],
    ['40', 6, 'green', '80'],
    ['0', 1, 'red', '0'],
    ['100', 12, 'green', '100'],
  ] as const)('%s%% executed after %i months is %s', (executed, months, light, percent) => {
    expect(progressLight(part(executed), months, lights)).toEqual({ light, percent, why: 'progress' })
  })

  test('without a budget there is nothing to hold it against', () => {
    expect(progressLight(null, 6, lights)).toEqual({ light: 'yellow', percent: null, why: 'no-budget' })
  })

  test('are off in the usual policies, and the warning with them', () => {
    expect(progressLight(part('10'), 6, USUAL_POLICIES.lights)).toBeNull()
    const input = { indicators: { points: '90', full: '90' }, execution: { points: '1', full: '10' }, rate: part('10') }
    expect(selfWarning(input, USUAL_POLICIES.selfWarning)).toBeNull()
  })
})

describe('the warning of a self-evaluation', () => {
  const input = (indicators: string, execution: string, rate: string | null = '95') => ({
    indicators: { points: indicators, full: '90' },
    execution: { points: execution, full: '10' },
    rate: rate === null ? null : part(rate),
  })

  test.each([
    ['88.5', '7.42', '24.54'],
    ['82', '6', '34.15'],
  ])('%s of 90 for indicators and %s of 10 for execution is red', (indicators, execution, percent) => {
    expect(selfWarning(input(indicators, execution), warning)).toEqual({ light: 'red', percent, why: 'ahead-of-execution' })
  })

  test('on the threshold it is not red, and what was not spent decides', () => {
    // r₁ = 1, r₂ = 0.95: exactly five in a hundred.
    expect(selfWarning(input('90', '9.5'), warning)).toEqual({ light: 'green', percent: '5', why: 'nothing' })
    expect(selfWarning(input('90', '9.5', '79.99'), warning)).toEqual({ light: 'yellow', percent: '20.01', why: 'unspent' })
    expect(selfWarning(input('90', '9.5', '80'), warning)).toMatchObject({ light: 'green' })
    expect(selfWarning(input('90', '9.5', null), warning)).toEqual({ light: 'yellow', percent: null, why: 'no-budget' })
  })

  test('no points at all cannot run ahead of anything', () => {
    expect(selfWarning(input('0', '0'), warning)).toEqual({ light: 'green', percent: null, why: 'nothing' })
  })
})
