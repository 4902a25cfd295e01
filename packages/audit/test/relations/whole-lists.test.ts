import { describe, expect, test } from 'vitest'
import { alarmsIn } from './alarms.ts'

describe('lists that say themselves that they are complete', () => {
  const faulty: Readonly<Record<string, readonly [string, string]>> = {
    'a rest at the end': [
      '本年收入612.40万元，其中财政拨款收入561.80万元，事业收入35.20万元，其他收入18.60万元。',
      '561.80万元 + 35.20万元 + 18.60万元',
    ],
    'a rest of things': ['走访企业64家，其中制造业31家、建筑业12家、其他11家。', '31'],
    opposites: ['登记失业人员483人，其中男性262人，女性341人。', '262'],
    'a negation': ['检查企业318家，其中规模以上企业96家，非规模以上企业122家。', '96'],
    'a number of parts announced': ['项目资金86万元，用于三个方面：设备更新41万元，人员培训9万元，日常巡查28万元。', '41'],
    'a criterion': ['受理投诉226件。按投诉渠道分，电话118件、信函26件、来访64件。', '118'],
    'a second division of the same whole': ['在园幼儿240人：小班76人，中班82人，大班82人；男童128人，女童92人。', '128'],
    'three kinds of procurement': ['政府采购实际支出92.5万元，其中货物41.2万元、工程30万元、服务11.3万元。', '41.2'],
    '三公 without 出国': [
      '2023年“三公”经费决算8.35万元。其中：公务用车运行维护费6.18万元，车辆2辆；公务接待费1.57万元，接待21批次。',
      '6.18',
    ],
    'the whole first, its kinds behind': ['编制共36名，行政编制14名，事业编制32名，年末在职33人。', '14'],
    'steps of a scale with both its ends': ['年末在册280人。未满18岁19人，18至60岁238人，60岁以上33人。', '19'],
    'what people answered': ['收回意见表186份，评价为“满意”117份、“基本满意”13份、“不满意”2份。', '117'],
    'a list of everything': ['项目支出218万元，具体为：设备购置86万元，场馆维修1040万元，活动经费28万元。', '1040'],
    'shares that make 100 %': ['参训学员640人，取证418人（60%），就业256人（40%）。', '418'],
    'a part that is divided itself': [
      '“三公”经费决算9.75万元，控制在预算以内；公务用车运行维护费7.26万元，其中3.14万元用于执法车辆；公务接待费1.49万元，接待18批次。',
      '7.26',
    ],
  }
  test.each(Object.entries(faulty))('%s', (_, [body, figure]) => {
    expect(alarmsIn(body)).toEqual([expect.stringContaining(figure)])
  })

  const silent: Readonly<Record<string, string>> = {
    'a list that may leave something out': '举办活动66场，其中讲座12场、展览9场。',
    'an item of the accounts that is only called other': '公用经费86.40万元，其中办公费12.30万元、其他交通费用21.80万元。',
    'other income beside one source': '本年收入612.40万元，其中事业收入35.20万元，其他收入18.60万元。',
    'a third beside opposites of spending': '年初预算500万元，其中人员经费310万元，公用经费40万元，专项经费150万元。',
    'kinds, and no slip that would explain the gap': '有分馆20个，其中乡镇分馆8个、学校分馆3个。',
    'those satisfied of two surveys': '教师问卷300份，满意284份；家长问卷500份，满意459份。',
    'a rough part': '全年接待读者6万人次，其中成人近3万人次，其他约2万人次。',
    'what is compared with': '年末常住人口82415人，与2010年的90126人相比有所减少。其中男性41836人，女性40579人。',
    'a part of the list before':
      '按支出性质分，基本支出300万元，项目支出200万元，合计500万元。基本支出中，人员经费260万元，公用经费40万元。',
  }
  test.each(Object.entries(silent))('silent: %s', (_, body) => {
    expect(alarmsIn(body)).toEqual([])
  })

  test('parts side by side that are more than their whole', () => {
    expect(alarmsIn('组织培训48场，其中政策培训15场、技能培训51场、安全培训9场。')).toHaveLength(1)
    expect(alarmsIn('在职人员48人，其中党员35人，女性21人。')).toEqual([])
  })
})
