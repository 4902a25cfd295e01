/** Every problem that the server answers with: its status, and what it says to a person. Closed: nothing else is ever answered. */

interface Entry {
  readonly status: number
  readonly message: string
  readonly remedy: string
}

export const problemCodes = {
  'request.invalid': { status: 400, message: '填写的内容有误：{where} {why}', remedy: '请按提示修改后再提交。' },
  'request.not-json': { status: 400, message: '请求内容不是有效的 JSON。', remedy: '请检查请求的正文和 Content-Type。' },
  'request.not-bytes': {
    status: 400,
    message: '请求内容不是文件。',
    remedy: '请把 Content-Type 设为 application/octet-stream，正文就是文件。',
  },
  'request.too-large': { status: 413, message: '内容太大，最多 {limit}。', remedy: '请分开上传，或先压缩图片再试。' },
  'request.too-slow': { status: 408, message: '接收超时。', remedy: '请检查网络后重试。' },
  'request.too-many': { status: 429, message: '操作太频繁。', remedy: '请 {seconds} 秒后再试。' },
  'request.foreign-origin': { status: 403, message: '请求不是从本系统的页面发出的。', remedy: '请从本系统的页面操作，或使用接口令牌。' },
  'request.key-reused': { status: 409, message: '同一个幂等键已用于另一项内容。', remedy: '请换一个 Idempotency-Key。' },
  'route.not-found': { status: 404, message: '没有这个地址。', remedy: '请检查网址；接口说明见“接口说明”页（/api-guide）。' },
  'thing.not-found': { status: 404, message: '没有找到，或者您无权查看。', remedy: '请返回列表重新选择；需要权限时联系本单位管理员。' },
  'thing.changed': { status: 409, message: '您打开之后，{who}已经修改过。', remedy: '请刷新看到最新内容后再操作。' },
  'thing.exists': { status: 409, message: '{what}已经存在。', remedy: '请换一个，或修改已有的。' },
  'thing.in-use': { status: 409, message: '{what}正在使用，不能删除。', remedy: '请先停用或改换使用它的地方。' },
  'permission.missing': { status: 403, message: '您的岗位没有“{permission}”权限。', remedy: '需要时请联系管理员安排岗位。' },
  'setup.done': { status: 409, message: '系统已经初始化。', remedy: '请直接登录。' },
  'link.invalid': { status: 410, message: '链接已经用过、过期或不完整。', remedy: '请向管理员索取新的链接。' },
  'session.missing': { status: 401, message: '尚未登录，或登录已过期。', remedy: '请登录后继续，已填写的内容仍在页面上。' },
  'session.wrong-password': { status: 401, message: '账号或密码不对。', remedy: '请检查大小写；忘记密码请联系管理员重置。' },
  'session.locked': { status: 429, message: '密码连续输错多次，账号已暂时锁定。', remedy: '请 {minutes} 分钟后再试，或请管理员解锁。' },
  'session.disabled': { status: 403, message: '账号已停用。', remedy: '请联系管理员。' },
  'session.code-needed': { status: 401, message: '还需要动态验证码。', remedy: '请输入手机验证器上的六位数字。' },
  'session.wrong-code': { status: 401, message: '动态验证码不对或已用过。', remedy: '请等下一组数字出现后再输入。' },
  'password.too-weak': { status: 400, message: '密码太简单：{why}', remedy: '请至少用 10 个字符，不要用账号名、姓名或常见密码。' },
  'password.wrong': { status: 403, message: '原密码不对。', remedy: '请重新输入原密码。' },
  'sign-on.unavailable': { status: 503, message: '统一身份认证没有响应。', remedy: '请稍后再试，或用账号密码登录。' },
  'sign-on.unknown-person': { status: 403, message: '统一身份认证的这个账号还没有对应到本系统人员。', remedy: '请联系管理员关联账号。' },
  'sign-on.refused': { status: 403, message: '统一身份认证没有通过。', remedy: '请重新登录。' },
  'token.scope': { status: 403, message: '接口令牌没有“{permission}”范围。', remedy: '请换用范围足够的令牌。' },
  'token.too-many': { status: 409, message: '一个人最多 {limit} 个有效的接口令牌。', remedy: '请先作废不用的令牌。' },
  'organisation.faults': {
    status: 400,
    message: '单位名录有 {count} 处问题：{first}',
    remedy: '请按提示改正后再导入，未改正前什么都不会写入。',
  },
  'organisation.unreadable': { status: 400, message: '读不出单位名录：{why}', remedy: '请用“下载模板”得到的表格填写。' },
  'post.last-manager': { status: 409, message: '这是最后一个能管理账号的岗位。', remedy: '请先安排另一位管理人员。' },
  'post.beyond-own': { status: 403, message: '不能安排超出您自己范围或权限的岗位。', remedy: '请由上级管理员办理。' },
  'batch.closed': { status: 409, message: '这个批次已取消，不能再添加文件。', remedy: '请恢复批次或新建批次。' },
  'batch.too-many-files': { status: 409, message: '一个批次最多 {limit} 个文件。', remedy: '请分成几个批次。' },
  'file.empty': { status: 400, message: '“{file}”是空文件。', remedy: '请检查后重新选择。' },
  'file.too-large': { status: 413, message: '“{file}”太大，单个文件最多 {limit}。', remedy: '请拆分或压缩图片后再传。' },
  'file.gone': { status: 410, message: '原文件已不在文件库。', remedy: '请重新上传，或请管理员运行 jiheng doctor 检查文件库。' },
  'document.not-audited': { status: 409, message: '这份材料还没有校核结果。', remedy: '请等校核完成。' },
  'document.wrong-stage': { status: 409, message: '材料目前是“{stage}”，不能{action}。', remedy: '请刷新后查看当前状态。' },
  'document.open-errors': { status: 409, message: '还有 {count} 处差错未处理。', remedy: '请改正后再报，或填写说明“带说明报送”。' },
  'finding.reason-needed': { status: 400, message: '核实无误需要写明理由。', remedy: '请写一句话，例如“附表口径含往来款”。' },
  'comment.too-many': { status: 409, message: '一份材料最多 {limit} 条批注意见。', remedy: '请把意见写进退回意见，或线下沟通。' },
  'output.not-made': { status: 409, message: '这种文件做不出来：{why}', remedy: '请改选其他格式。' },
  'job.done': { status: 409, message: '这项工作已经结束。', remedy: '请刷新查看结果。' },
  'server.stopping': { status: 503, message: '系统正在重启。', remedy: '请过一会儿重试，已提交的内容不会丢失。' },
  'server.busy': { status: 503, message: '系统繁忙，没有在时限内完成。', remedy: '请稍后重试，内容没有丢失。' },
  'server.bug': { status: 500, message: '系统内部错误，编号 {trace}。', remedy: '请把编号告诉管理员；您的内容没有被改动。' },
} as const satisfies Record<string, Entry>

export type ProblemCode = keyof typeof problemCodes
