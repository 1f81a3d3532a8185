import { request as ask } from 'node:http'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Handler } from '../../../supabase/local/gateway/handler'
import { listen, toNodeHandler, type Listening } from '../../../supabase/local/http-server'
import { askRest, installFixture, signUp, type Asked, type Installed, type Person } from './fixture-handler'

let installed: Installed
let handler: Handler
let listening: Listening
let person: Person
beforeAll(async () => {
  installed = await installFixture()
  handler = await installed.start()
  await installed.database.transaction((session) => session.script(FUNCTIONS))
  listening = await listen('127.0.0.1', 0)
  listening.answerWith(toNodeHandler(handler))
  person = await signUp(handler, installed.keys, 'same@example.cn')
})
afterAll(async () => {
  await listening.stop()
  await installed.close()
})

const FUNCTIONS = `
  create function public.answer_as(p_status text, p_headers text) returns text language plpgsql as $$
  begin
    perform set_config('response.status', p_status, true), set_config('response.headers', p_headers, true);
    return coalesce(current_setting('request.method'), '') || current_setting('request.path');
  end $$;
  create function public.nothing() returns void language sql as $$ select $$;
  create function public.rows_of(p_count int) returns setof public.notes language sql stable as $$
    select n, null::uuid, 'note ' || n, null from generate_series(1, p_count) n $$;
  create function public.twice(p_list int[], p_object jsonb, p_yes boolean, p_day date) returns jsonb language sql as $$
    select jsonb_build_array(p_list, p_object, p_yes, p_day, to_jsonb(12345678901234567890::numeric)) $$;
  create function public.claims() returns jsonb language sql stable as $$
    select jsonb_build_object('jwt', auth.jwt(), 'sub', current_setting('request.jwt.claim.sub', true),
      'role', current_setting('request.jwt.claim.role', true), 'headers', current_setting('request.headers')::jsonb - 'content-length')
  $$;
  create table public.late (n int primary key, of int references public.late (n) deferrable initially deferred);
  grant select, insert, update, delete on public.late to authenticated;
  create function public.break_late() returns int language sql as $$ insert into public.late values (1, 2) returning n $$;
`

const OBJECT = { accept: 'application/vnd.pgrst.object+json' }
const COUNTED = { prefer: 'count=exact' }
const SHOWN = { prefer: 'return=representation' }
const call = (name: string, body: object, headers: Record<string, string> = {}): Asked => ({
  path: `rpc/${name}`,
  body,
  headers,
})

const REQUESTS: Asked[] = [
  call('who', {}),
  call('who', {}, OBJECT),
  call('who', { nobody: 1 }),
  call('nowhere', {}),
  call('nothing', {}),
  call('colours', {}),
  call('claims', {}),
  ...['P0001', 'PT409', 'PT999', 'ZZ123', '22023', '57014', '42501', '23505', '40001', 'PGRST'].map((code) =>
    call('fail', { code }),
  ),
  call('answer_as', { p_status: '418', p_headers: '[{"X-Tea":"yes"},{"Cache-Control":"public"}]' }),
  call('answer_as', { p_status: '204', p_headers: '' }),
  call('answer_as', { p_status: 'x', p_headers: '' }),
  call('answer_as', { p_status: '', p_headers: '{}' }),
  call('rows_of', { p_count: 0 }),
  call('rows_of', { p_count: 3 }),
  call('rows_of', { p_count: 0 }, OBJECT),
  call('rows_of', { p_count: 1 }, OBJECT),
  call('rows_of', { p_count: 2 }, OBJECT),
  call('rows_of', { p_count: 1500 }, COUNTED),
  { ...call('rows_of', { p_count: 30 }, COUNTED), path: 'rpc/rows_of?select=body&order=id.desc&limit=2&offset=4' },
  { ...call('rows_of', { p_count: 3 }, COUNTED), path: 'rpc/rows_of?offset=9' },
  call('rows_of', { p_count: 'x' }),
  call('twice', { p_list: [1, 2], p_object: { a: ['"\\'] }, p_yes: true, p_day: '2026-01-31' }),
  call('twice', { p_list: [], p_object: 'text', p_yes: null, p_day: null }),
  call('twice', { p_list: [1], p_object: true, p_yes: 'true', p_day: 'tomorrow?' }),
  call('break_late', {}),
  { path: 'numbers?select=n&order=n.asc&limit=3' },
  { path: 'numbers?select=n&n=in.(1,2,4)', headers: COUNTED },
  { path: 'numbers?select=n&limit=3&offset=2499', headers: COUNTED },
  { path: 'numbers?select=n&offset=9000', headers: COUNTED },
  { path: 'numbers?select=n', headers: OBJECT },
  { path: 'numbers?select=n&n=eq.7', headers: OBJECT },
  { path: 'numbers?select=nothing' },
  { path: 'nowhere?select=n' },
  { path: 'notes?select=hidden' },
  { path: 'notes?select=id&owner=eq.x' },
  { path: 'notes?select=id&or=(body.eq.x,body.is.null)' },
  { path: 'notes', body: { body: 'bad' } },
  { path: 'notes', body: { body: 'kept' } },
  { path: 'notes', body: { hidden: 'x' } },
  { path: 'late?select=n,of', body: [{ n: 5 }, { n: 6 }], headers: SHOWN },
  { path: 'late', body: { n: 5 } },
  { path: 'late', body: { n: 7, of: 8 } },
  { path: 'late?n=eq.5', method: 'PATCH', body: { of: 6 }, headers: SHOWN },
  { path: 'late?n=eq.5', method: 'PATCH', body: { of: 99 } },
  { path: 'late?n=gte.5&select=n', method: 'DELETE', headers: SHOWN },
  { path: 'late?n=gte.5', method: 'DELETE', headers: { prefer: 'return=minimal,count=exact' } },
]

interface Told {
  status: number
  headers: Record<string, unknown>
  body: string
}

/** What belongs to a row, and no other request gets the same again. */
function told(status: number, headers: Record<string, unknown>, body: string): Told {
  const { date: _date, ...kept } = headers
  return { status, headers: kept, body: body.replaceAll(/"id":\d+/g, '"id":0') }
}

async function tell(asked: Asked): Promise<Told> {
  const answer = await askRest(handler, installed.keys, asked)
  return told(answer.status, Object.fromEntries(answer.headers), await answer.text())
}

/** With lite's own way to the database: each setting and statement by itself. */
async function tellOneByOne(asked: Asked): Promise<Told> {
  const { connection } = installed.database
  const ours = connection.withContext
  Reflect.deleteProperty(connection, 'withContext')
  try {
    expect(connection.withContext).not.toBe(ours)
    return await tell(asked)
  } finally {
    connection.withContext = ours
  }
}

/** Over HTTP; with a whole address in its first line a request goes the way of everything that is not plain. */
async function tellOverHttp({ path, method, body, headers, token }: Asked, before: string): Promise<Told> {
  const { port } = new URL(listening.url)
  const text = body === undefined ? undefined : JSON.stringify(body)
  const message = ask({
    host: '127.0.0.1',
    port,
    path: `${before}/rest/v1/${path}`,
    method: method ?? (text === undefined ? 'GET' : 'POST'),
    headers: {
      apikey: installed.keys.publishableKey,
      ...(token === undefined ? {} : { authorization: `Bearer ${token}` }),
      ...(text === undefined ? {} : { 'content-type': 'application/json', 'content-length': Buffer.byteLength(text) }),
      ...headers,
    },
  })
  message.end(text)
  return new Promise((resolve, reject) => {
    message.once('error', reject)
    message.once('response', (response) => {
      const chunks: Buffer[] = []
      response.on('data', (chunk: Buffer) => chunks.push(chunk))
      response.once('end', () =>
        resolve(told(response.statusCode ?? 0, { ...response.headers }, Buffer.concat(chunks).toString())),
      )
    })
  })
}

/** Whatever a request changed, the next one finds as before. */
async function clean(): Promise<void> {
  await installed.database.query('delete from public.late')
  await installed.database.query('delete from public.notes')
}

describe.each(['somebody', 'a stranger'])('%s is answered the same to the letter', (kind) => {
  const as = (asked: Asked): Asked => ({ ...asked, token: kind === 'somebody' ? person.token : undefined })
  const rows = REQUESTS.map((asked): [string, Asked] => [
    `${asked.method ?? ''} ${asked.path} ${JSON.stringify(asked.body ?? '')} ${JSON.stringify(asked.headers ?? '')}`,
    asked,
  ])

  test.each(rows)('%s', async (_name, asked) => {
    const tellers = [
      () => tell(as(asked)),
      () => tellOneByOne(as(asked)),
      () => tell(as(asked)),
      () => tellOverHttp(as(asked), ''),
      () => tellOverHttp(as(asked), listening.url),
    ]
    const answers: Told[] = []
    for (const each of tellers) {
      await clean()
      answers.push(await each())
    }
    const [first, oneByOne, again, plain, streamed] = answers
    expect(first).toEqual(oneByOne)
    expect(again).toEqual(oneByOne)
    expect(plain).toEqual(streamed)
    expect([plain?.status, plain?.body]).toEqual([first?.status, first?.body])
  })
})
