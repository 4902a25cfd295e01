import { describe, expect, it } from 'vitest'
import { display } from '../../src/output/display.ts'

describe('text of a document on a terminal', () => {
  it('escape sequences are shown, not obeyed', () => {
    expect(display('\x1b[2J\x1b]0;owned\x07支出')).toBe('\\x1b[2J\\x1b]0;owned\\x07支出')
    expect(display('\x9b31m\x7f\0')).toBe('\\x9b31m\\x7f\\x00')
  })

  it('marks that turn the reading direction are shown', () => {
    expect(display('支出\u202e05.432,1')).toBe('支出\\u202e05.432,1')
  })

  it('half a surrogate pair is shown', () => {
    expect(display('a\ud800b')).toBe('a\\ud800b')
  })

  it('characters without a picture vanish', () => {
    expect(display('\ufeff预\u200b算\u00ad')).toBe('预算')
  })

  it('a line break inside a Chinese sentence vanishes, elsewhere it is a blank', () => {
    expect(display('支出合\n  计')).toBe('支出合计')
    expect(display('支出 12\r\n万元')).toBe('支出 12 万元')
  })

  it('tabs and long gaps of a table row become two blanks', () => {
    expect(display('项目支出\t100\t\t98      97　96')).toBe('项目支出  100  98  97  96')
  })

  it('nothing of the output can steer a terminal, whatever the input', () => {
    const all = Array.from({ length: 0x3000 }, (_, code) => String.fromCharCode(code)).join('x')
    // biome-ignore lint/suspicious/noControlCharactersInRegex: that is what is looked for
    expect(display(all)).not.toMatch(/[\x00-\x1f\x7f-\x9f\u2028-\u202e\u2066-\u2069]/)
  })
})
