import { createHmac } from 'node:crypto'
import { CompiledQuery, type Kysely } from 'kysely'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { parseJson, type Handler } from '../../../supabase/local/gateway/handler'
import { listen, toNodeHandler } from '../../../supabase/local/http-server'
import { askRest, installFixture, signUp, type Asked, type Installed, type Person } from './fixture-handler'
import { openSocket } from './raw-requests'

/** Every request on the one session that there is. */
let installed: Installed
let handler: Handler
let [one, other]: [Person, Person] = [nobody(), nobody()]
beforeAll(async () => {
  installed = await installFixture(1)
  handler = await installed.start()
  await installed.database.transaction((session) => session.script(FUNCTIONS))
  one = await signUp(handler, installed.keys, 'one@example.cn')
  other = await signUp(handler, installed.keys, 'other@example.cn')
})
afterAll(() => installed.close())

const FUNCTIONS = `
  create function public.leave_settings() returns int language plpgsql as $$
  begin
    perform set_config('request.jwt.claim.sub', 'left', true), set_config('response.status', '202', true);
    raise exception using errcode = 'PT409', message = 'in the middle';
  end $$;
  create function public.grow_old() returns void language plpgsql as $$ begin perform pg_sleep(0.3); end $$;
  create function public.cut_off() returns boolean language sql security definer as $$
    select pg_terminate_backend(pg_backend_pid()) $$;
  create function public.end_my_sessions() returns void language sql security definer as $$
    delete from auth.sessions where user_id = auth.uid() $$;
  create function public.on_farewell() returns trigger language plpgsql security definer as $$
  begin
    if new.body = 'farewell' then delete from auth.sessions where user_id = new.owner; end if;
    return null;
  end $$;
  create trigger on_farewell after insert on public.notes for each row execute function public.on_farewell();
`

function nobody(): Person {
  return { id: '', token: '' }
}

const ask = (asked: Asked) => askRest(handler, installed.keys, asked)
const who = async (person?: Person): Promise<unknown> =>
  (await ask({ path: 'rpc/who', body: {}, token: person?.token })).json()

/** Each sees themselves, a stranger nobody, and the owner nothing of either. */
async function expectNothingLeft(): Promise<void> {
  expect(await who(other)).toMatchObject({ uid: other.id, role: 'authenticated', user: 'authenticated' })
  expect(await who()).toMatchObject({ uid: null, role: 'anon', user: 'anon', email: null })
  const [row] = await installed.database.query(`select current_user = session_user as is_owner,
    coalesce(current_setting('request.jwt.claims', true), '') as claims,
    coalesce(current_setting('request.jwt.claim.sub', true), '') as sub`)
  expect(row).toEqual({ is_owner: true, claims: '', sub: '' })
  expect(await who(one)).toMatchObject({ uid: one.id, user: 'authenticated' })
}

describe('nothing of a request is left to the next one on its session', () => {
  test.each<[string, Asked]>([
    ['that was answered', { path: 'rpc/who', body: {} }],
    ['whose function failed in the middle', { path: 'rpc/leave_settings', body: {} }],
    ['whose row was refused', { path: 'notes', body: { body: 'bad' } }],
    ['for a column it may not read', { path: 'notes?select=hidden' }],
    ['with a value of the wrong kind', { path: 'notes?select=id&owner=eq.x' }],
    ['for one row where there are many', { path: 'numbers?select=n', headers: { accept: OBJECT } }],
    ['that counted past the end', { path: 'numbers?select=n&offset=9000', headers: { prefer: 'count=exact' } }],
  ])('%s', async (_name, asked) => {
    await (await ask({ ...asked, token: one.token })).text()
    await expectNothingLeft()
  })

  test('that was still being worked on when the next ones came', async () => {
    const slow = ask({ path: 'rpc/grow_old', body: {}, token: one.token })
    await expectNothingLeft()
    expect((await slow).status).toBe(204)
  })

  test('whose client went away in the middle', async () => {
    const listening = await listen('127.0.0.1', 0)
    listening.answerWith(toNodeHandler(handler))
    const socket = await openSocket(listening)
    const head = [
      'POST /rest/v1/rpc/grow_old HTTP/1.1',
      `host: ${new URL(listening.url).host}`,
      `apikey: ${installed.keys.publishableKey}`,
      `authorization: Bearer ${one.token}`,
    ]
    socket.write(`${head.join('\r\n')}\r\n\r\n`)
    await new Promise((resolve) => setTimeout(resolve, 100))
    socket.resetAndDestroy()
    await expectNothingLeft()
    await listening.stop()
  })

  test.skipIf(!process.env['DATABASE_URL'])('whose session the database ended in the middle', async () => {
    const answer = await ask({ path: 'rpc/cut_off', body: {}, token: one.token })
    expect([answer.status, answer.headers.get('retry-after')]).toEqual([503, '2'])
    await expectNothingLeft()
  })
})

const OBJECT = 'application/vnd.pgrst.object+json'
const CONTEXT = { auth: { uid: null, role: 'anon', jwt: null } }
const USER = CompiledQuery.raw('select current_user::text as name')

/** Runs `work` as lite runs that of a request. */
function asRequest<T>(work: (db: Kysely<unknown>) => Promise<T>, context: object = CONTEXT): Promise<T> {
  return installed.database.connection.withContext({ ...context }, work)
}

describe('no statement ever runs without the role of its request', () => {
  test('after one that failed, whoever caught the error', async () => {
    const insert = CompiledQuery.raw('insert into public.notes (body) values ($1)', ['x'])
    for (const first of [insert, CompiledQuery.raw('select 1 / $1::int', [0])]) {
      const outcome = asRequest(async (db) => {
        await expect(db.executeQuery(first)).rejects.toThrow(/denied|zero/)
        return db.executeQuery(USER)
      })
      await expect(outcome).rejects.toThrow('over')
    }
    await expectNothingLeft()
  })

  test('between a change and what comes after it', async () => {
    const rows = asRequest(async (db) => {
      await db.executeQuery(CompiledQuery.raw('create temporary table mine (n int)'))
      return (await db.executeQuery(USER)).rows
    })
    expect(await rows).toEqual([{ name: 'anon' }])
    await expectNothingLeft()
  })

  test.each(['none', 'postgres', 'nowhere', 'authenticated"; reset role; --', "anon' "])('as %s', async (role) => {
    const context = { auth: { uid: null, role, jwt: { role } } }
    await expect(asRequest((db) => db.executeQuery(USER), context)).rejects.toThrow('role')
    await expectNothingLeft()
  })

  test('where its text ends early', async () => {
    const query = asRequest((db) => db.executeQuery(CompiledQuery.raw('select 1\0 as one')))
    await expect(query).rejects.toThrow('U+0000')
    await expectNothingLeft()
  })

  test('that changes what was undone', async () => {
    const undone = asRequest(async (db) => {
      await db.executeQuery(CompiledQuery.raw("select set_config('test.left', 'yes', true)"))
      await db.executeQuery(CompiledQuery.raw('create temporary table undone (n int)'))
      throw new Error('changed my mind')
    })
    await expect(undone).rejects.toThrow('changed my mind')
    const [row] = await installed.database.query("select to_regclass('undone')::text as name")
    expect(row).toEqual({ name: null })
    await expectNothingLeft()
  })
})

/** A token of the person's session that says more than usual. */
function tokenWith(person: Person, more: object): string {
  const [head = '', payload = ''] = person.token.split('.')
  const claims = parseJson(Buffer.from(payload, 'base64url').toString())
  const content = `${head}.${Buffer.from(JSON.stringify({ ...Object(claims), ...more })).toString('base64url')}`
  return `${content}.${createHmac('sha256', installed.keys.jwtSecret).update(content).digest('base64url')}`
}

describe('claims are values, whatever they hold', () => {
  test.each<[string, string]>([
    ['quotes', `a'b"c' , true), set_config('role', 'postgres', true) --`],
    ['backslashes', String.raw`\' \\ \x00 E'\'' $$ $1 %s`],
    ['characters of every plane', '中文 🏛 \u202e \ufeff \ud800\udc00'],
    ['control characters', '\b\n\r\t\u001b\u007f'],
    ['a hundred thousand characters', 'x'.repeat(100_000)],
  ])('%s', async (_name, email) => {
    const token = tokenWith(one, { email, user_metadata: { [email.slice(0, 100)]: email } })
    expect(await who({ ...one, token })).toEqual({ uid: one.id, role: 'authenticated', email, user: 'authenticated' })
    await expectNothingLeft()
  })

  test('a character that the database cannot keep', async () => {
    const answer = await ask({ path: 'rpc/who', body: {}, token: tokenWith(one, { email: 'a\0b' }) })
    expect([answer.status, await answer.text()]).toEqual([400, expect.stringContaining('22P05')])
    await expectNothingLeft()
  })
})

describe('a token reads nothing as soon as its session was ended', () => {
  test.each<[string, Asked]>([
    ['by a function', { path: 'rpc/end_my_sessions', body: {} }],
    ['by a trigger on a table', { path: 'notes', body: { body: 'farewell' } }],
  ])('%s', async (name, asked) => {
    const person = await signUp(handler, installed.keys, `${name.replaceAll(' ', '-')}@example.cn`)
    expect(await who(person)).toMatchObject({ uid: person.id })
    expect((await ask({ ...asked, token: person.token })).ok).toBe(true)
    expect(await who(person)).toMatchObject({ code: 'PGRST301' })
  })
})
