import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { findSecrets } from '../../support/log-search'
import { prepareDataFolder } from '../../support/prepared-folder'
import { FIXTURE_MIGRATIONS } from './fixture-folder'
import { freePort, startServer } from './server-process'

const EMAIL = 'racing.person@example.cn'
const CODE = 'INVITED-9f3k-27'

let folder: string
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'printed-'))
  await prepareDataFolder(folder, FIXTURE_MIGRATIONS)
})
afterAll(() => rm(folder, { recursive: true, force: true }))

test('sign-ups that race, and what else fails, leave no address, hash or code in the log', async () => {
  const server = await startServer({ DATA_DIR: folder, PORT: await freePort() })
  const keys: unknown = JSON.parse(await readFile(join(folder, 'keys.json'), 'utf8'))
  const apikey = String(typeof keys === 'object' && keys !== null ? Reflect.get(keys, 'publishableKey') : '')
  const post = async (path: string, body: object, more: Record<string, string> = {}) => {
    const init = {
      method: 'POST',
      headers: { apikey, 'content-type': 'application/json', ...more },
      body: JSON.stringify(body),
    }
    const response = await fetch(server.url + path, init)
    const answer: unknown = await response.json()
    return { status: response.status, answer }
  }
  const signUp = () => post('/auth/v1/signup', { email: EMAIL, password: 'correct horse', data: { invitation: CODE } })
  const answers = await Promise.all(Array.from({ length: 8 }, signUp))
  expect(answers.filter(({ status }) => status === 200)).toHaveLength(1)
  expect(answers.filter(({ status }) => status >= 500 || status === 422)).toHaveLength(7)
  await post('/auth/v1/token?grant_type=password', { email: EMAIL, password: CODE })
  await post('/auth/v1/token?grant_type=refresh_token', { refresh_token: CODE })
  await post('/rest/v1/rpc/fail', { code: CODE })
  const token = answers
    .map(({ answer }) =>
      String(typeof answer === 'object' && answer !== null ? Reflect.get(answer, 'access_token') : ''),
    )
    .find((each) => each.startsWith('ey'))
  const asAccount = { authorization: `Bearer ${token}` }
  await post('/rest/v1/notes', { body: 'bad' }, asAccount)
  await post('/rest/v1/notes', { id: EMAIL }, asAccount)
  await fetch(`${server.url}/rest/v1/notes?id=eq.${EMAIL}`, { headers: { apikey, ...asAccount } })
  expect(await server.end('SIGTERM')).toBe(0)
  const output = server.output()
  expect(findSecrets(output)).toEqual([])
  for (const secret of ['racing', CODE, 'correct horse', '$2', 'Key (']) expect(output).not.toContain(secret)
}, 400_000)

test('the search finds what it is for, and repeats none of it', () => {
  const found = (line: string) => findSecrets(line).length
  expect(findSecrets(`ok\n"encrypted_password": "$2b$10$abc" for ${EMAIL}`)).toEqual([
    'line 2: a hash of a password',
    'line 2: an e-mail address',
  ])
  expect(found("sign_up_code: 'abcdefgh'")).toBe(1)
  expect(found('ABCD-EFGH-JKLM')).toBe(1)
  expect(found('  设置码：ABCD-EFGH-JKLM（用于建立首个账号，仅可使用一次）')).toBe(0)
  expect(found('23505 duplicate key value violates unique constraint "users_email_key"')).toBe(0)
})
