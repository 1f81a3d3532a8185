import { expect, test } from 'vitest'
import { readTar } from './tar'

/** One entry as `tar` writes it. */
function entry(path: string, text: string, kind = '0'): Buffer {
  const head = Buffer.alloc(512)
  head.write(path, 0)
  head.write('0000755\0', 100)
  head.write(`${text.length.toString(8).padStart(11, '0')} `, 124)
  head.write(kind, 156)
  head.write('ustar  \0', 257)
  const body = Buffer.alloc(Math.ceil(text.length / 512) * 512)
  body.write(text)
  return Buffer.concat([head, body])
}
const end = Buffer.alloc(1024)

test('the files come out with what was in them, folders do not', () => {
  const long = 'x'.repeat(700)
  const files = readTar(Buffer.concat([entry('lib/', '', '5'), entry('lib/a.so', long), entry('lib/b.so', 'b'), end]))
  expect(files.map(({ path, data, mode }) => [path, Buffer.from(data).toString(), mode])).toEqual([
    ['lib/a.so', long, 0o755],
    ['lib/b.so', 'b', 0o755],
  ])
})

test('an archive that is cut off, reaches outside or holds links is refused by name', () => {
  expect(() => readTar(entry('lib/a.so', 'x'.repeat(700)).subarray(0, 1024))).toThrow('damaged at lib/a.so')
  expect(() => readTar(Buffer.concat([entry('../a.so', 'a'), end]))).toThrow('outside its folder with ../a.so')
  expect(() => readTar(Buffer.concat([entry('lib/a.so', '', '2'), end]))).toThrow('lib/a.so')
})
