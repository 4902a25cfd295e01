import { describe, expect, test } from 'vitest'
import { html } from '../../src/html/markup.ts'

describe('markup', () => {
  test('what is put into a template is escaped', () => {
    expect(html`<td title="${'a"b'}">${'<script>&'}${null}${[1, html`<b>${"'"}</b>`]}</td>`.text).toBe(
      '<td title="a&quot;b">&lt;script&gt;&amp;1<b>&#39;</b></td>',
    )
  })

  test('what a reader would not see is shown as unreadable', () => {
    expect(html`${'a\u0000b\u202ec\ud800d\u009fe\tf\n😀'}`.text).toBe('a\ufffdb\ufffdc\ufffdd\ufffde\tf\n😀')
  })
})
