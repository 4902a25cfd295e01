/** Help texts of the verbs for the platform's data. */

const place = `选项
  --data 文件夹           数据文件夹；默认 JIHENG_DATA，再默认启动目录下的 data
  -h, --help              显示本页

用的是服务器的设置：设有 DATABASE_URL 时是那个 PostgreSQL，否则是数据文件夹里的内嵌数据库。
内嵌数据库同一时间只能由一个程序使用：服务器在运行时会拒绝并说明进程号，请先停止服务器。`

export const exportHelp = `jiheng export：把全部数据导出到一个文件夹

用法
  jiheng export 文件夹

写出每张表（JSON，一行一条）、全部文件，和一页带行数与摘要的清单；与所用的数据库无关，
可以导入另一种数据库。文件夹须不存在或是空的。里面有密码摘要，只有本人可读，请妥善保管。

${place}

返回码
  0  已导出；1  已导出，但有文件丢失或损坏；2  没有导出

示例
  jiheng export /backup/jiheng-20260301
`

export const importHelp = `jiheng import：把导出的数据读入空的数据库

用法
  jiheng import 文件夹

全部读入并逐表核对摘要，或一条也不读入。只读入空的数据库；只读同一版本导出的数据。
从内嵌数据库换到 PostgreSQL，或换机器，就用 export 和 import。

${place}

返回码
  0  已导入；2  没有导入

示例
  DATABASE_URL=postgres://jiheng@db/jiheng jiheng import /backup/jiheng-20260301
`

export const backupHelp = `jiheng backup：备份

用法
  jiheng backup 文件夹 [--keep 数]

在文件夹里写一份以时间命名的导出（jiheng-年月日-时分秒），再从磁盘读回，核对全部摘要。
  --keep 数               只留最新的几份；默认全部保留

${place}

返回码
  0  已备份，读回一致；1  有文件丢失、损坏或读回不一致；2  没有备份

示例
  jiheng backup /backup --keep 30
`

export const restoreHelp = `jiheng restore：从备份恢复

用法
  jiheng restore 文件夹

文件夹可以是某一份备份，也可以是存放备份的文件夹（用最新的一份）。只恢复到空的数据库，
不会覆盖现有数据：请先换一个数据文件夹，或新建一个数据库。

${place}

返回码
  0  已恢复；2  没有恢复

示例
  jiheng restore /backup --data /var/lib/jiheng/data
`

export const doctorHelp = `jiheng doctor：检查安装和数据

用法
  jiheng doctor [选项]

检查设置、版本、磁盘、写盘、时钟、表、文件（丢失、改动、无主）、操作记录的封签、停滞的任务、
外部程序。只看，不改。
  --files present         只看文件在不在，不逐个读内容；文件很多时用

${place}

返回码
  0  没有“有误”的；1  有“有误”的；2  没能检查

示例
  jiheng doctor
`

export const userHelp = `jiheng user：在服务器上处理账号

用法
  jiheng user list                              全部账号
  jiheng user reset 登录名                      作废密码和登录，给出一次性链接
  jiheng user unlock 登录名                     解除输错密码的锁定
  jiheng user make-admin 登录名 [--name 姓名]   可以管理全地区的账号；没有这个账号时新开

平时请在页面上处理；这里供管理员自己进不去时使用。每一步都记入操作记录。

${place}

返回码
  0  已完成；2  没有完成
`
