/** The pages where people sign in, come by a link, or are asked again who they are. */
export const signIn = {
  title: '登录',
  login: '账号',
  loginNeeded: '请输入账号',
  password: '密码',
  passwordNeeded: '请输入密码',
  code: '动态验证码',
  codeHint: '手机验证器上的六位数字；手机不在身边时，可用一个备用码',
  codeNeeded: '请输入六位数字，或形如 abcde-23456 的备用码',
  submit: '登录',
  signOn: (name: string) => `用${name}登录`,
  help: '忘记密码，请联系本单位管理员或财政局绩效管理人员重置。',
  notSetUp: '系统还没有初始化',
  notSetUpHint: '请安装系统的人员打开启动时显示的一次性链接（/setup?token=…），设置地区和第一位管理人员。',
  again: '登录已过期',
  againHint: '请再登录一次。页面上已填写的内容都在，登录后接着做。',
  leave: '换账号登录',
} as const

/** The page of an invitation or of a reset. */
export const linkWords = {
  titles: { invite: '启用账号', reset: '重设密码' },
  loading: '打开链接',
  greeting: (name: string, region: string) => `${name}，您好。这是您在${region}的账号。`,
  login: '登录账号',
  loginHint: '以后用这个账号和下面设置的密码登录，请记下来。',
  submit: '保存密码并进入',
  invalidHint: '链接有期限，只能用一次。请向发链接的管理人员要一个新的；已经设好密码的，请直接登录。',
  incomplete: '链接不完整',
  incompleteHint: '请重新打开管理人员发给您的完整链接。',
  toSignIn: '去登录',
} as const

/** Choosing a new password. */
export const newPassword = {
  password: '密码',
  fresh: '新密码',
  needed: '请输入密码',
  again: '再输一次密码',
  againNeeded: '请再输入一次密码',
  differs: '两次输入的密码不一样',
  hints: { length: '至少 10 个字符', own: '不含账号名和姓名', varied: '不是同样的几个字符', plain: '不是连续的数字或字母' },
  unmet: '密码还不符合下面的要求',
  met: (hint: string) => `已符合：${hint}`,
  notMet: (hint: string) => `还不符合：${hint}`,
  advice: '用一句自己记得住的话最好，例如几个词加标点。',
} as const
