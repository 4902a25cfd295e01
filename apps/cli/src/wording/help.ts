/** Help texts. Names in the examples are made up. */

export const mainHelp = `绩衡 jiheng：校核预算绩效自评报告，找出数字对不上的地方，给出位置、算式和建议。

用法
  jiheng audit 文件…        校核一份或多份报告
  jiheng audit --help       校核命令的全部选项和示例
  jiheng evaluate 文件…     按评分细则给基础数据计分，每一分都能看到依据
  jiheng facts template     按细则生成基础数据填报表（Excel）
  jiheng scheme             评分细则：查看、检查、比较、验算，与 Excel 互转
  jiheng simulate 文件…     换细则或改分值，看得分、等级、名次怎样变

平台的数据（服务器用 npm start 启动）
  jiheng backup 文件夹      备份；restore 恢复
  jiheng export 文件夹      导出全部数据；import 导入，可换数据库
  jiheng doctor             检查安装和数据
  jiheng user               处理账号：列出、重置、解锁、指定管理员

以上命令加 --help 看全部选项和示例
  jiheng --version          版本

示例
  jiheng audit 青石县水利局2023年自评报告.docx
`

export const auditHelp = `jiheng audit：校核预算绩效自评报告

用法
  jiheng audit 文件… [选项]

文件
  文件名        Word（.docx .doc .wps .rtf .odt）、Excel（.xlsx .xls .et .ods .csv）、PDF、
                OFD、网页、文本；按内容识别，不看扩展名。.doc .wps .rtf .odt 需要 LibreOffice
  压缩包        .zip；装有 7-Zip 时还有 .rar .7z。其中的文件逐份校核
  文件夹        其中全部可读的文件，含下级文件夹；跳过了什么会说明
  通配符        * ? [..]，** 代表任意层文件夹；例如 "2023/**/*.docx"
  -             标准输入
  --            其后都是文件名，即使以 - 开头

选项
  --format 输出
      pretty    在屏幕上阅读（默认）
      html      校核页：左边原文、右边问题，用浏览器打开；多份文件另有首页
      docx      带批注的 Word：在送来的文件上批注；不是 Word 的转成 Word 再批注
      pdf       带批注的 PDF：在送来的 PDF 上批注
      letter    退回意见（Word），每份一件；多份文件另有通报初稿
      xlsx      问题清单（Excel），一行一个问题
      all       以上全部，写到一个文件夹
      json      每份文件一行，供程序使用
      sarif     SARIF 2.1.0，供程序使用
  --out 路径                    写到文件；有多份文件时是文件夹，每份文件一个结果
  --year 年度                   报告年度，例如 2023；默认由报告自身判断
  --as-of 日期                  以哪一天为准，例如 2024-03-31；默认今天
  --for disclosure              公开前校核：另查身份证号、手机号等个人信息
  --fail-on error|warning|never 有差错（默认）、有差错或疑点时返回 1；never 从不
  --jobs 数                     同时校核几份，1–64；默认按文件多少和处理器数
  --scheme 编号|auto            按评分细则核对分值和得分；auto 用报告自己引用文号的细则
  --goals 文件                  批复的绩效目标（YAML 或 JSON），与自评表逐项核对
  -h, --help                    显示本页

返回码
  0  没有达到 --fail-on 的问题
  1  有达到 --fail-on 的问题
  2  有文件完全未能校核，或命令写错
  130  被 Ctrl-C 中断

示例
  jiheng audit 青石县水利局2023年自评报告.docx
  jiheng audit 报送.zip
  jiheng audit 报送/2023 --fail-on warning
  jiheng audit 报送.zip --format all --out 结果
  jiheng audit 报告.docx --format docx --out 报告（批注）.docx
  jiheng audit "报送/**/*.docx" --format json --out 结果
  cat 报告.txt | jiheng audit - --year 2023

差错＝数字不可能同时为真，疑点＝很可能有误、需要人看，提示＝格式和文字。
只提出问题，不修改报告；请对照原文核对。
`
