/** Short reports that nobody wrote, with slips that the audit finds. */

/** `spent` is wrong where it is not 100 万元: basic and project spending make up 100. */
export const report = (unit: string, year = 2024, spent = '120'): Uint8Array =>
  new TextEncoder().encode(`${unit}${year}年度部门整体支出绩效自评报告

一、部门基本情况
${unit}内设机构5个，年末在职人员20人。

二、预算执行情况
${year}年度支出合计${spent}万元，其中：基本支出60万元，项目支出40万元。
${year}年度预算数200万元，执行数150万元，预算执行率75%。

三、存在的问题
预算编制不够精细。
`)
