/** Words for findings. */
export const severities = { error: '差错', warning: '疑点', info: '提示' } as const
