import { describe, expect, it } from 'vitest'
import { withBlock } from '../../bench/markers.ts'

describe('measured figures in a page', () => {
  it('replace what stood between the markers and leave the rest', () => {
    const page = '# A\n\nWords.\n\n<!-- speed:begin -->\nold\n<!-- speed:end -->\n\nMore words.\n'
    expect(withBlock(page, 'speed', 'new\n')).toBe('# A\n\nWords.\n\n<!-- speed:begin -->\nnew\n<!-- speed:end -->\n\nMore words.\n')
  })
  it('bring the markers where there are none', () => {
    expect(withBlock('# A\n', 'speed', 'new')).toBe('# A\n\n<!-- speed:begin -->\nnew\n<!-- speed:end -->\n')
  })
})
