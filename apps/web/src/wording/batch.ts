export const batch = { auditDone: '校核完成' } as const
