/** What a line's first and last characters say: a new item begins, a sentence ends. */

const CLOSED = /[。！？!?；;：:…](["”’』」）)]{0,2})$|[一-鿿。][.．](["”’）)]{0,2})$/

/** The sentence ends here. */
export function isClosed(tail: string): boolean {
  return CLOSED.test(tail)
}

const ITEM_STARTS = [
  /^[-－—–*•●○◆◇■□▪▫★☆√✓►➢·※](?![-－—–\d])/,
  /^[-－—–*•●·]{1,2}\d{1,2}[：:.、．]/,
  /^\d{1,2}[：:）)]/,
  /^(绩效|年度|总体|具体|主要|工作|重点)?(目标|任务|指标|问题|措施|建议|原因|项目|工作|阶段|步骤|方面)[\d０-９一二三四五六七八九十]{1,2}[：:.、．]/,
  /^[一二三四五六七八九十]{1,3}(是|要|为(?=[“"一-鿿]{2}))/,
  /^(首先|其次|再次|最后|第[一二三四五六七八九十])[，,、]/,
  /^(附件|附表|附图|附注|附录|注|备注|说明)[\d０-９一二三四五六七八九十]{0,2}[：:、.．]/,
  /^表[\d一二三四五六七八九十-]{1,4}/,
  /^[（(]?(20\d\d年度?|单位[：:]|金额单位|数据来源)[）)]?$/,
]

/** Whether the squeezed line starts a list item, a note or a caption; numbers of headings are `readNumber`'s matter. */
export function isItemStart(head: string): boolean {
  return ITEM_STARTS.some((form) => form.test(head))
}

/** A label, its colon and words: `时效指标：…`. */
export function hasLabel(head: string): boolean {
  return /^[^，,。；;：:（(]{2,12}[：:]./.test(head)
}

/** A line that announces what follows or names it. */
export function isCaption(head: string): boolean {
  return head.length <= 60 && /(表|图|报告|总结|一览|清单|如下|名单|附件|材料)([（(][^）)]{1,20}[）)])?$/.test(head)
}
