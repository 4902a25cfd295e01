/** Asking before something is done that is hard to undo. */
export const action = {
  confirm: '确定',
  reason: '理由',
  reasonNeeded: '请写明理由',
} as const
