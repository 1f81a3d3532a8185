import { expect, test } from 'vitest'
import { plainError, plainWord } from './printed-errors'

const HASH = '$2b$10$hGqr/g6fPnUpigjNKvaAD.8t2GbEwGIr/8kCkXrn18QGxrP.A6ogu'

/** As both drivers give it, with all that it carries. */
function databaseError(message: string, code = '23505'): Error {
  const more = {
    code,
    detail: 'Key (email)=(a@example.cn) already exists.',
    parameters: ['a@example.cn', HASH],
    params: [HASH],
    query: `insert ${HASH}`,
    where: 'CODE-1234',
  }
  return Object.assign(new Error(message), more)
}

test.each([
  [
    databaseError('duplicate key value violates unique constraint "users_email_key"'),
    /^23505 duplicate key value violates unique constraint "users_email_key"( \(at [^)]*\)?.*)?$/,
  ],
  [
    databaseError('invalid input syntax for type uuid: "CODE-1234"', '22P02'),
    /^22P02 invalid input syntax for type uuid: …/,
  ],
  [databaseError('malformed: a@example.cn, ' + HASH, '22P02'), /^22P02 malformed: … …/],
  [databaseError('first line\nDETAIL: a@example.cn', 'XX000'), /^XX000 first line \(/],
  [new TypeError("cannot read 'CODE-1234'"), /^TypeError cannot read … \(/],
  [{ email: 'a@example.cn' }, /^$/],
  ['a@example.cn said CODE-1234', /^… said CODE-1234$/],
  [undefined, /^$/],
])('%s is one line without values', (error, expected) => {
  const line = plainError(error)
  expect(line).toMatch(expected)
  expect(line).not.toContain('\n')
  expect(line).not.toMatch(/\$2b|@example|Key \(/)
})

test.each([
  [`params: ["a@example.cn","${HASH}"]`, 'params: ["…","…"]'],
  ['数据库中断（a@example.cn），正在重新打开……\n第二行', '数据库中断（…），正在重新打开……\n第二行'],
  ['  打开：http://127.0.0.1:8080/', '  打开：http://127.0.0.1:8080/'],
  [7, 7],
  [null, null],
])('%s is printed as %s', (word, printed) => {
  expect(plainWord(word)).toBe(printed)
})
