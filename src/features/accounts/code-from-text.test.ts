import { expect, it } from 'vitest'
import { codeFromText } from './code-from-text'

it.each([
  ['abc-1', 'abc-1'],
  ['  abc-1\n', 'abc-1'],
  ['http://127.0.0.1:8000/invitation#abc-1', 'abc-1'],
  ['#abc%2D1', 'abc-1'],
  ['#100%', '100%'],
  ['cwt4-djzm-bf7w', 'CWT4-DJZM-BF7W'],
  ['Zk3v-Q0p8T1mWc9yRj2LdAg', 'Zk3v-Q0p8T1mWc9yRj2LdAg'],
  ['', ''],
])('finds the code in %j', (text, code) => {
  expect(codeFromText(text)).toBe(code)
})
