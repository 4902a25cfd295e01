import { describe, expect, test } from 'vitest'
import { alarmsIn } from './alarms.ts'

describe('a number announced against the names beside it', () => {
  const faulty: Readonly<Record<string, string>> = {
    'names after a colon': '机关下设4个科室：综合科（党办）、规划科、执法科。',
    'names after 即': '全乡辖6个村（社区），即石桥村、柳河村、东坪村、新街社区、老街社区，人口1.2万人。',
    'names in front of the number': '单位内设办公室、业务科、财务科、信息科3个科室，年末在职31人。',
    'names in front of a number in words': '下属市政养护中心、园林管理所、环卫站两个事业单位。',
    'items with semicolons': '全年实施3个项目：河道清淤；堤防加固。',
    'more names than 等 allows': '制定《考勤办法》、《采购办法》、《印章办法》等2项制度。',
  }
  test.each(Object.entries(faulty))('%s', (_, body) => {
    expect(alarmsIn(body)).toHaveLength(1)
  })

  const silent: Readonly<Record<string, string>> = {
    'as many names as announced': '机关下设3个科室：综合科（党办）、规划科、执法科。内设甲科、乙科2个科室。',
    'a name that holds two words': '机关设3个科室，分别是办公室、规划和财务科、执法科。机关设4个科室，分别是办公室、规划和财务科、执法科。',
    'a list that is not all': '下设9个科室：综合科、规划科等。出台《考勤办法》、《采购办法》等6项制度。',
    'what was bought, not how many kinds': '购置电脑、打印机、扫描仪12台。',
    'what was done, after a colon': '完成5项工作：一是修订制度、办法，二是开展培训、检查。',
    'figures in the list': '新建3个站点：东站50万元、西站60万元。',
  }
  test.each(Object.entries(silent))('silent: %s', (_, body) => {
    expect(alarmsIn(body)).toEqual([])
  })
})
