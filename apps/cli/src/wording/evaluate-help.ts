/** Help of evaluate, facts, scheme and simulate. Names in the examples are made up. */

export const evaluateHelp = `jiheng evaluate：按评分细则给基础数据计分，每一分都能看到依据

用法
  jiheng evaluate 文件… --scheme 细则 [选项]

文件
  填报表        jiheng facts template 生成的 Excel，填好以后直接用
  CSV           表头与填报表相同；UTF-8 或 GBK
  JSON          基础数据的数组，供程序使用
  导出表        预算管理一体化导出的 Excel 或 CSV，用 --preset 指定导入方式
  -             标准输入

选项
  --scheme 细则           评分细则的编号，或细则文件（.yaml .xlsx）；见 jiheng scheme list
  --year 年度             默认是数据里最近的一年
  --goals 文件            批复的绩效目标（.yaml .json），可以给几次
  --unit 单位             只算这一个单位
  --department 文件       所属单位名单（.yaml .json）：汇总金额、部门得分、报送情况
  --as-of 日期            数据截至哪一天，默认今天；晚于这一天的数据会指出
  --preset 导入方式       indicator-execution、payment-detail，或自己的 .yaml
  --schemes 文件夹        另外的评分细则文件夹
  --format 输出
      pretty    在屏幕上阅读（默认）
      html      得分页：点开任一指标，看依据、数据、佐证材料和计算过程
      xlsx      自评表（Excel）
      json      每个单位一行，供程序使用
  --out 路径              写到文件；html 和 xlsx 必须给出
  --explain 指标          只看一个指标怎样得分；写编号或名称
  -h, --help              显示本页

部门名单（--department），YAML 或 JSON，例如
  department: "219"               # 部门编码；部门自己填报的数用这个编码
  name: 青石县水利局
  due: "2024-03-31"               # 报送期限，可以不写
  units:
    - { unit: "219001", name: 局本级, state: reported, submitted: "2024-03-20" }
    - { unit: "219002", name: 灌溉站, state: missing }
                                  # reported 已报、late 逾期、offline 线下报送、missing 未报
  transfers:                      # 单位之间的内部往来，汇总时抵销；item 可以写几个
    - { from: "219001", to: "219002", item: [executed],
        year: 2023, amount: "10", unit: wan-yuan, reason: 拨付设备款 }
  adjustments:                    # 部门数与汇总数的差额中已说明的，增为正、减为负
    - { item: executed, year: 2023, amount: "-4", unit: wan-yuan, reason: 审计调减 }
  blank: missing                  # 单位没有填的：missing 不汇总（默认），nought 按 0
  funds: adjusted-budget          # 按资金加权时用哪个数

返回码
  0  全部计分
  1  有指标还不能计分（缺数据、缺目标等），没有总分；部门另有未说明的差额时也是 1
  2  数据或细则有错，或命令写错；有错的数据不计分

示例
  jiheng facts template --scheme project-2020 --year 2023 --out 填报表.xlsx
  jiheng evaluate 填报表.xlsx --scheme project-2020
  jiheng evaluate 填报表.xlsx --scheme project-2020 --explain 预算执行率
  jiheng evaluate 填报表.xlsx --scheme project-2020 --format html --out 得分.html
  jiheng evaluate 全局.xlsx --scheme 部门细则.yaml --department 名单.yaml
  jiheng evaluate 指标执行.xlsx --preset indicator-execution --scheme 细则.xlsx --year 2023

空着不等于 0：没有数据的指标不计分，并说明缺什么。只计分，不修改数据。
`

export const factsHelp = `jiheng facts：基础数据填报表

用法
  jiheng facts template --scheme 细则 --year 年度 --out 文件.xlsx [选项]

按细则列出要填的每一项，一项一行；灰色的格不用填。

选项
  --scheme 细则           评分细则的编号或文件
  --year 年度             例如 2023
  --out 文件.xlsx         写到哪里
  --unit 单位             先填好单位
  --goals 文件            批复的绩效目标：其中的指标也列出来
  --schemes 文件夹        另外的评分细则文件夹
  -h, --help              显示本页

填写
  数值        可以带千位分隔符、%；金额看清计量单位是万元还是元
  没有发生    填 0；没有数据的空着，空着不等于 0
  不适用      在“数值”填“不适用”，在“说明”写原因
  要点        逐条选“是”或“否”
  扣分        编号填 deduction，“数值”填扣几分，“说明”写原因；一项一行，从总分中扣减
  佐证材料    文件名和页码，例如“支付明细 第3页”；没有文件的写凭证号或合同号

示例
  jiheng facts template --scheme project-2020 --year 2023 --unit 青石县水利局 --out 填报表.xlsx
`

export const schemeHelp = `jiheng scheme：评分细则

用法
  jiheng scheme list                            有哪些细则
  jiheng scheme show 编号                       整份细则：指标、分值、计分标准
  jiheng scheme explain 编号 指标               一个指标的依据和算法
  jiheng scheme check 文件…                     检查细则文件（.yaml .xlsx），一次指出全部问题；
                                                同时运行案例，没有案例的不通过；案例文件可以一起给出
  jiheng scheme diff 编号 日期 日期             两个日期适用的版本有什么不同
  jiheng scheme test [编号]                     用案例验算；不写编号的，连同应当拒绝的写法
  jiheng scheme to-xlsx 编号 --out 文件.xlsx    写成 Excel，供修改
  jiheng scheme from-xlsx 文件.xlsx [--out 文件.yaml]
                                                改好的 Excel 写回

编号的位置也可以写细则文件。

选项
  --out 路径              写到文件
  --schemes 文件夹        另外的评分细则文件夹，可以给几次
  -h, --help              显示本页

返回码
  0  没有问题；1  有案例未通过；2  细则有错，或命令写错

示例
  jiheng scheme to-xlsx project-2020 --out 项目细则.xlsx
  jiheng scheme check 项目细则.xlsx
  jiheng scheme diff project-2020 2020-12-31 2023-12-31
`

export const simulateHelp = `jiheng simulate：换一份细则或改几个分值，看哪些单位的得分、等级、名次会变

用法
  jiheng simulate 文件… --scheme 细则 --with 另一细则 [选项]
  jiheng simulate 文件… --scheme 细则 --weight 指标=分值 --weight 指标=分值 [选项]

选项
  --scheme 细则           现在的评分细则
  --with 细则             换成哪一份：编号，或细则文件（.yaml .xlsx）
  --weight 指标=分值      改一个指标的分值，可以给几次；合计仍应等于满分
  --year --goals --unit --as-of --preset --schemes
                          同 jiheng evaluate
  --format pretty|json    屏幕（默认）或供程序使用
  --out 路径              写到文件
  -h, --help              显示本页

返回码
  0  已算出；1  有单位还不能计分；2  数据或细则有错，或命令写错

示例
  jiheng simulate 全县.xlsx --scheme 部门细则.yaml --weight execution=12 --weight quality=8
  jiheng simulate 全县.xlsx --scheme 部门细则.yaml --with 部门细则（征求意见）.xlsx
`
