/** Copying words that are handed on. */
export const copy = {
  copy: '复制',
  done: '已复制',
  failed: '浏览器不让复制，文字已选中，请按 Ctrl+C。',
} as const
