import { checkTests } from '../../audit-text.ts'

checkTests('foreign-region', {
  kind: 'foreign-entity',
  clean: {
    'its own county': '根据《临河县财政局关于开展2023年度绩效自评工作的通知》，我局开展了自评。自评结果在临河县人民政府网站公开。',
  },
  faulty: {
    'the notice of another county': {
      text: '根据《临江县财政局关于开展2023年度绩效自评工作的通知》，我局开展了自评。',
      severity: 'warning',
      figure: '临江县',
      quote: '根据《临江县财政局关于开展2023年度绩效自评工作的通知》',
      expected: null,
    },
    'the site of another county': {
      text: '自评结果在临江县人民政府网站公开。',
      severity: 'warning',
      figure: '临江县',
      quote: '自评结果在临江县人民政府网站公开',
    },
  },
  edge: {
    'a county that became a district': ['自评结果在临河区人民政府网站公开。', '自评结果在临汾区人民政府网站公开。'],
  },
  silent: {
    'the city above': '根据《河东市财政局关于开展2023年度绩效自评工作的通知》，自评结果在河东市政府网站公开。',
    'the county without its name': '自评结果在县政府门户网站公开，并在县政府网站公示。',
    'a county that is visited': '赴临江县学习政务公开经验，与临江县签订协作协议。',
    'a development zone': '自评结果在临东开发区政府网站公开。',
  },
})
