import { expect, it } from 'vitest'
import { splitSignboard } from './signboard'

it.each([
  ['区委宣传部〈区新闻办〉', '区委宣传部', ['区新闻办']],
  ['区政府办（区大数据局）', '区政府办', ['区大数据局']],
  ['县文旅局〔县文物局、县体育局〕', '县文旅局', ['县文物局', '县体育局']],
  ['区教育局', '区教育局', []],
  ['县融媒体中心（筹）', '县融媒体中心（筹）', []],
  ['市公安局（交警支队）', '市公安局（交警支队）', []],
  ['各县（市、区）政府', '各县（市、区）政府', []],
  ['各镇（街道）', '各镇（街道）', []],
])('%s is %s with its signboards', (name, base, boards) => expect(splitSignboard(name)).toEqual({ base, boards }))
