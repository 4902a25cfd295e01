/** The first page after signing in. */
export const home = {
  greeting: (name: string) => `${name}，您好`,
  noPost: '您还没有岗位',
  noPostHint: '请联系本单位管理员安排岗位。安排好以后，这里会出现您能做的工作。',
} as const
