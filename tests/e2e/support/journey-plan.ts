/** A short plan document of our own with one chapter of each kind the journeys need. */
export const journeyPlanText = `青川县人民政府办公室关于印发青川县2026年政务公开工作要点的通知
青政办发〔2026〕3号
各乡镇人民政府，县政府各部门：
现将《青川县2026年政务公开工作要点》印发给你们，请认真落实。
青川县人民政府办公室
2026年1月15日

青川县2026年政务公开工作要点

一、做实重点领域公开
（一）公开招生政策。义务教育阶段招生范围和流程在网站集中公布，年底前完成家长问答汇编。（责任单位：县教育局）
（二）公开惠企政策。按月更新惠企政策清单，全年发布解读不少于6篇。（牵头单位：县经信局；配合单位：县财政局）

二、夯实工作基础
（三）清理规范性文件。12月底前完成现行有效文件清理并公开目录。（责任单位：县司法局、县教育局）
`

export const journeyUnits = ['县教育局', '县经信局', '县财政局', '县司法局']

/** A plan over three years from `year` on: each year of its first task is a milestone with a clause of its own. */
export function threeYearPlanText(year: number): string {
  const [first, second, third] = [year, year + 1, year + 2]
  return `青川县人民政府办公室关于印发青川县政务公开三年行动计划（${first}—${third}年）的通知
青政办发〔${first}〕9号
各乡镇人民政府，县政府各部门：
《青川县政务公开三年行动计划（${first}—${third}年）》已经县政府同意，现印发给你们，请认真组织实施。
青川县人民政府办公室
${first}年1月20日

青川县政务公开三年行动计划（${first}—${third}年）

一、主要任务
1.建立现行有效政策文件库。集中收录规范性文件。${first}年，完成历史文件梳理；${second}年，文件库上线运行；${third}年，实现到期自动提醒。（责任单位：县司法局）
2.公开财政资金使用。${first}年，部门预决算全部公开；${third}年，公开政府采购合同。（责任单位：县财政局）
`
}
