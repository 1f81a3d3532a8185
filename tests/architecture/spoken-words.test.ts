import { describe, expect, it } from 'vitest'
import { readAppCode } from './source-files'
import { wrongWords } from './spoken-words'

const SPEAKING_ROOMS = /^src\/(?:app|data|features|ui)\//
const verdict = (text: string) => wrongWords([{ path: 'src/ui/A.tsx', text }])

describe('the words on the screen', () => {
  it('are Chinese and calm', () => {
    expect(wrongWords(readAppCode().filter(({ path }) => SPEAKING_ROOMS.test(path)))).toEqual([])
  })
  it.each([
    '<p>Loading</p>',
    '<p>No data found</p>',
    '<Button title="Delete">删除</Button>',
    '<input placeholder="Search" />',
    '<p>保存成功！</p>',
    '<p>保存成功!</p>',
    "notify('提交成功！')",
    'notify(`已保存 ${count} 条！`)',
  ])('are not: %s', (text) => {
    expect(verdict(`const x = ${text}`)).toHaveLength(1)
  })
  it.each([
    '<p>上传 PDF 或 Word 文件</p>',
    '<kbd>Ctrl K</kbd>',
    '<p className="box">任务</p>',
    "<input type='text' id='title' />",
    "throw new Error('configureClient was not called')",
    'isOpen && !isBusy ? <p>打开</p> : null',
  ])('may be: %s', (text) => {
    expect(verdict(text.startsWith('throw') ? `function f() { ${text} }` : `const x = ${text}`)).toEqual([])
  })
})
