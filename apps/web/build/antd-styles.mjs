/** The style sheet of those parts of antd that the pages use, made once while building, so that the browser computes none (`zeroRuntime`). */
import { createRequire } from 'node:module'
import { antdFoldersOf, kebab } from './antd-names.mjs'

const require = createRequire(import.meta.url)

/** @param {string} sources folder of our sources @returns {string} */
export function antdStyles(sources) {
  const { createElement: h } = require('react')
  const { renderToString } = require('react-dom/server')
  const { createCache, extractStyle, StyleProvider } = require('@ant-design/cssinjs')
  const antd = require('antd')
  const folders = antdFoldersOf(sources)
  const cache = createCache()
  const parts = showing(antd, h).filter(([name]) => folders.has(kebab(name)))
  for (const [, part] of parts) {
    const page = h(StyleProvider, { cache }, h(antd.ConfigProvider, { theme: { hashed: false } }, part))
    quietly(() => renderToString(page))
  }
  // A part shows others beside itself; what no page can reach stays out.
  for (const key of [...cache.cache.keys()]) {
    const [kind, , component = ''] = key.split('%')
    if (kind === 'style' && !folders.has(kebab(component.split('-')[0] ?? '')) && isFolderOfAntd(component, antd)) cache.cache.delete(key)
  }
  return extractStyle(cache, { plain: true, types: ['style'] }).replace(/\.data-ant-cssinjs-cache-path\{[^}]*\}/, '')
}

/** @param {string} component @param {Record<string, unknown>} antd */
const isFolderOfAntd = (component, antd) => (component.split('-')[0] ?? '') in antd

/** Each part once, in the shape that asks for all its styles. @param {any} antd @param {any} h @returns {[string, unknown][]} */
function showing(antd, h) {
  const special = {
    Badge: [h(antd.Badge), h(antd.Badge.Ribbon)],
    Button: [h(antd.Button)],
    Checkbox: [h(antd.Checkbox), h(antd.Checkbox.Group)],
    Dropdown: [h(antd.Dropdown, { menu: { items: [] } }, h('div'))],
    Input: [h(antd.Input), h(antd.Input.TextArea), h(antd.Input.Search), h(antd.Input.Password), h(antd.Input.OTP), h(antd.Input.Group)],
    Layout: [h(antd.Layout), h(antd.Layout.Sider)],
    Menu: [h(antd.Menu, { items: [] })],
    Modal: [h(antd.Modal), h(antd.Modal._InternalPanelDoNotUseOrYouWillBeFired, { type: 'confirm' })],
    message: [h(antd.message._InternalPanelDoNotUseOrYouWillBeFired)],
    notification: [h(antd.notification._InternalPanelDoNotUseOrYouWillBeFired)],
    Popconfirm: [h(antd.Popconfirm, { title: 'x' }, h('div')), h(antd.Popconfirm._InternalPanelDoNotUseOrYouWillBeFired)],
    Popover: [h(antd.Popover, { title: 'x' }, h('div'))],
    Space: [h(antd.Space), h(antd.Space.Compact, null, h(antd.Button))],
    Tag: [h(antd.Tag, { color: 'blue' }), h(antd.Tag, { color: 'success' }), h(antd.Tag.CheckableTag, { checked: true })],
    Tooltip: [h(antd.Tooltip, { title: 'x' }, h('div'))],
    Tree: [h(antd.Tree, { treeData: [] }), h(antd.Tree.DirectoryTree, { treeData: [] })],
    TreeSelect: [h(antd.TreeSelect, { treeData: [] })],
    Typography: [h(antd.Typography.Text), h(antd.Typography.Title), h(antd.Typography.Paragraph)],
    Upload: [h(antd.Upload), h(antd.Upload.Dragger)],
  }
  const without = new Set(['ConfigProvider', 'Grid', 'BackTop', 'Tour', 'Watermark', 'Affix', ...Object.keys(special)])
  const plain = Object.keys(antd).filter((name) => /^[A-Z]/.test(name) && !without.has(name))
  /** @type {[string, unknown][]} */
  const all = [...Object.entries(special), ...plain.map((name) => /** @type {[string, unknown[]]} */ ([name, [h(antd[name])]]))]
  return all.flatMap(([name, shown]) => shown.map((one) => /** @type {[string, unknown]} */ ([name, one])))
}

/** antd tells that a part lacks what it would show; here it shows nothing. @param {() => unknown} work */
function quietly(work) {
  const { error, warn } = console
  console.error = () => {}
  console.warn = () => {}
  try {
    work()
  } finally {
    console.error = error
    console.warn = warn
  }
}
