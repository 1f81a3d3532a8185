/** A made-up county: its units, how documents abbreviate them, and the collective names they fall under. */
interface DemoUnit {
  name: string
  kind: 'department' | 'subdistrict' | 'town' | 'institution' | 'other'
  aliases: string[]
  groups: string[]
}

const department = (name: string, ...aliases: string[]): DemoUnit => ({
  name,
  kind: 'department',
  aliases,
  groups: ['县政府各部门'],
})
const institution = (name: string, ...aliases: string[]): DemoUnit => ({
  name,
  kind: 'institution',
  aliases,
  groups: [],
})
const subdistrict = (name: string): DemoUnit => ({
  name,
  kind: 'subdistrict',
  aliases: [],
  groups: ['各街道', '各乡镇（街道）'],
})
const town = (name: string): DemoUnit => ({ name, kind: 'town', aliases: [], groups: ['各乡镇', '各乡镇（街道）'] })

export const demoUnits: readonly DemoUnit[] = [
  department('县政府办公室', '县府办', '县政务公开办'),
  department('县发展和改革局', '县发改局', '县发展改革局'),
  department('县经济和信息化局', '县经信局'),
  department('县教育局'),
  department('县科学技术局', '县科技局'),
  department('县公安局'),
  department('县民政局'),
  department('县司法局'),
  department('县财政局'),
  department('县人力资源和社会保障局', '县人力社保局', '县人社局'),
  department('县自然资源和规划局', '县自然资源局', '县资规局'),
  department('县住房和城乡建设局', '县住建局'),
  department('县交通运输局'),
  department('县水利局'),
  department('县农业农村局'),
  department('县文化广电旅游局', '县文广旅局'),
  department('县卫生健康局', '县卫健局'),
  department('县应急管理局'),
  department('县审计局'),
  department('县市场监督管理局', '县市场监管局'),
  department('县统计局'),
  department('县医疗保障局', '县医保局'),
  department('县数据局'),
  institution('县政务服务中心'),
  institution('县融媒体中心'),
  institution('县档案馆'),
  { name: '县税务局', kind: 'other', aliases: [], groups: [] },
  { name: '市生态环境局澜溪分局', kind: 'other', aliases: ['县生态环境分局'], groups: [] },
  subdistrict('东门街道'),
  subdistrict('南湖街道'),
  subdistrict('河西街道'),
  town('柳埠镇'),
  town('石桥镇'),
  town('青峰镇'),
  town('云台乡'),
]
