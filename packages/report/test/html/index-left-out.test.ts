import { expect, test } from 'vitest'
import { BatchCounter } from '../../src/batch/batch-summary.ts'
import { indexPage } from '../../src/html/index-page.ts'

test('the page of a batch names what was left out, and the reason', () => {
  const page = indexPage(new BatchCounter().finish([], [{ file: '报送/签字页.png', why: '格式暂不支持' }]), () => ({}))
  expect(page).toContain('报送/签字页.png')
  expect(page).toContain('格式暂不支持，没有校核。请核对其中是否有报告。')
})
