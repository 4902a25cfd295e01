import { describe, expect, test } from 'vitest'
import { outline } from '../helpers.ts'

const paragraphs = (text: string) => outline(text).map((line) => line.slice(2))

describe('a sentence goes on', () => {
  test('behind a comma, over a blank line', () => {
    expect(paragraphs('评价组按照原则和规范，\n\n对资料进行核实。')).toEqual(['评价组按照原则和规范，对资料进行核实。'])
  })

  test('over a watermark and a page number', () => {
    expect(paragraphs('提高专项资金的使用效益及配置效率，实\n\n扫描全能王 创建\n\n现资源效益最大化。')).toEqual([
      '提高专项资金的使用效益及配置效率，实现资源效益最大化。',
    ])
    expect(paragraphs('全年开展培训十二期，参训人员覆盖全部业\n- 3 -\n务科室和直属单位。')).toEqual([
      '全年开展培训十二期，参训人员覆盖全部业务科室和直属单位。',
    ])
  })

  test('in the middle of a word', () => {
    expect(paragraphs('负责信息公开、网站管理、政策解\n\n读、舆情应对等工作。')).toEqual([
      '负责信息公开、网站管理、政策解读、舆情应对等工作。',
    ])
    expect(paragraphs('8. 负责信息公开、网站管理、政策解\n\n读、舆情应对等工作。')).toEqual([
      '8.负责信息公开、网站管理、政策解读、舆情应对等工作。',
    ])
  })

  test('in an open bracket or title', () => {
    expect(paragraphs('根据《县财政局关于开展部门\n整体支出绩效自评的通知》要求开展自评。')).toEqual([
      '根据《县财政局关于开展部门整体支出绩效自评的通知》要求开展自评。',
    ])
  })

  test('with a figure and its unit', () => {
    expect(paragraphs('全年部门预算收入合计\n856.32万元，支出 800 万元。')).toEqual(['全年部门预算收入合计856.32万元，支出800万元。'])
  })

  test('between Latin words a space stays', () => {
    expect(paragraphs('系统采用开源的 open source，\nlicence Apache。')).toEqual(['系统采用开源的open source，licence Apache。'])
    expect(paragraphs('（本系统使用 open\nsource 组件）')).toEqual(['（本系统使用open source组件）'])
  })

  test('in lines of one width, indented or set apart', () => {
    const line = '贯彻执行国家和省有关交通运输工作的方针政策和法律法规拟定本地规划'
    const indented = `　　${line}\n${line}组织\n${line}实施\n实施监督。\n　　${line}\n${line}监督\n${line}检查\n完毕。\n`
    expect(paragraphs(indented)).toHaveLength(2)
    expect(paragraphs(`${line}甲乙\n${line}丙丁\n${line}戊己\n完毕。\n\n${line}庚辛\n${line}壬癸\n完毕。\n`)).toHaveLength(2)
  })

  test('in lines of one width that a figure makes shorter', () => {
    const line = '　　全年预算安排基本支出和项目支出用于单位正常运转其中基本支出\n'
    const text = `${line}123.45万元，其余为项目支出资金，用于设施维护和设备购置更新，\n和人员培训支出。\n${line}678.90万元，其余为项目支出资金，用于设施维护和设备购置更新，\n和人员培训。\n`
    expect(paragraphs(text)).toHaveLength(2)
  })
})

describe('what stands apart stays apart', () => {
  test('sentences that end', () => {
    expect(paragraphs('收入100万元。\n支出90万元。')).toHaveLength(2)
  })

  test('short lines and lists', () => {
    expect(paragraphs('数量指标：\n\n- 1：窗口运行正常\n- 2：服务全面推行\n- 3：内容更加丰富')).toEqual([
      '数量指标：',
      '- 1：窗口运行正常',
      '- 2：服务全面推行',
      '- 3：内容更加丰富',
    ])
    expect(paragraphs('3：全年服务内容全面公开并及时更新\n\n4：每月通报平台运行情况及评价使用情况')).toHaveLength(2)
  })

  test('headings above short answers', () => {
    expect(outline('七、自评工作的经验、问题和建议\n\n无。\n')).toEqual(['H2 七、|自评工作的经验、问题和建议', 'P 无。'])
  })

  test('items below an unfinished line', () => {
    expect(paragraphs('（二）提升能力。营造良好作风，\n（三）提升服务。优化流程。')).toHaveLength(2)
    expect(paragraphs('二是强化监督，\n三是落实责任。')).toHaveLength(2)
  })

  test('paragraphs whose writer leaves out the last mark', () => {
    expect(
      paragraphs('严格执行财务管理制度，资金使用合规，无截留挪用情况\n资金支付及时，未发生拖欠情况\n人员经费按时发放，保障到位'),
    ).toHaveLength(3)
    expect(paragraphs('年末固定资产原值340.69万元，净值117.84万元\n\n我单位无在建工程。')).toHaveLength(2)
  })

  test('captions and units above tables', () => {
    expect(paragraphs('各项指标得分情况如下：\n\n各项指标得分情况表\n\n单位：万元')).toHaveLength(3)
  })

  test('sentences set side by side by tabs', () => {
    expect(paragraphs('目标2：推进建设，年底前启动运行。\t\t 目标3：发挥数据作用，提高水平。\t\t')).toEqual([
      '目标2：推进建设，年底前启动运行。',
      '目标3：发挥数据作用，提高水平。',
    ])
  })
})
