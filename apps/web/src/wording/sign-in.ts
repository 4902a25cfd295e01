/** The page where people sign in. */
export const signIn = {
  title: '登录',
  login: '账号',
  loginNeeded: '请输入账号',
  password: '密码',
  passwordNeeded: '请输入密码',
  code: '动态验证码',
  codeNeeded: '请输入手机验证器上的六位数字',
  submit: '登录',
  signOn: (name: string) => `用${name}登录`,
  help: '忘记密码，请联系本单位管理员或财政局绩效管理人员重置。',
} as const
