import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { TestStack } from '../../support/stack'
import { newUser, startFixtureStack, untyped } from './fixture-stack'

let stack: TestStack
beforeAll(async () => {
  stack = await startFixtureStack()
})
afterAll(() => stack.stop())

const files = (client: Awaited<ReturnType<typeof newUser>>['client']) => client.storage.from('evidence')
const textFile = (content: string, name = '佐证材料（一）.txt') => new File([content], name, { type: 'text/plain' })

describe('an upload', () => {
  test('of a file with a Chinese name, as a browser sends it, comes back byte for byte', async () => {
    const { client, id } = await newUser(stack, 'up@example.cn')
    const content = `政务公开\r\n--boundary\r\n${'正文'.repeat(50_000)}`
    expect((await files(client).upload(`${id}/1.txt`, textFile(content))).error).toBeNull()
    const { data } = await files(client).download(`${id}/1.txt`)
    expect(await data?.text()).toBe(content)
    const row = await stack.sql<{ metadata: object }>(
      'select metadata, owner_id from storage.objects where owner_id = $1',
      [id],
    )
    expect(row[0]?.metadata).toMatchObject({ mimetype: 'text/plain', size: Buffer.byteLength(content) })
  })

  test('of an empty file is refused', async () => {
    const { client, id } = await newUser(stack, 'empty@example.cn')
    expect((await files(client).upload(`${id}/0.txt`, textFile(''))).error?.message).toBe('file_is_empty')
    expect((await files(client).download(`${id}/0.txt`)).data).toBeNull()
  })

  test('whose content is not what its type says is refused', async () => {
    const { client, id } = await newUser(stack, 'false@example.cn')
    const asPdf = (content: string) => new File([content], 'a.pdf', { type: 'application/pdf' })
    for (const content of ['MZ\u0090', '<html><script>1</script>', 'words']) {
      expect((await files(client).upload(`${id}/a.pdf`, asPdf(content))).error?.message).toBe(
        'file_content_differs_from_type',
      )
    }
    expect((await files(client).upload(`${id}/a.pdf`, asPdf('%PDF-1.7'))).error).toBeNull()
  })

  test('to an address that has, or ever had, a file is refused', async () => {
    const { client, id } = await newUser(stack, 'twice@example.cn')
    const path = `${id}/1.txt`
    expect((await files(client).upload(path, textFile('first'))).error).toBeNull()
    expect((await files(client).upload(path, textFile('second'), { upsert: true })).error).toMatchObject({
      statusCode: '409',
    })
    expect(await (await files(client).download(path)).data?.text()).toBe('first')
    await files(client).remove([path])
    expect((await files(client).upload(path, textFile('third'))).error).toMatchObject({
      statusCode: '409',
      message: 'The resource already exists',
    })
    expect((await files(client).download(path)).data).toBeNull()
  })

  test('of another type, too large, or into another folder is refused', async () => {
    const { client, id } = await newUser(stack, 'refused@example.cn')
    const program = new File(['x'], 'x.exe', { type: 'application/x-msdownload' })
    expect((await files(client).upload(`${id}/x.exe`, program)).error).toMatchObject({ statusCode: '415' })
    expect((await files(client).upload(`${id}/l.txt`, textFile('x'.repeat(1_100_000)))).error).toMatchObject({
      statusCode: '413',
    })
    expect((await files(client).upload('another/1.txt', textFile('x'))).error).toMatchObject({ statusCode: '403' })
    expect((await files(client).upload(`${id}/../1.txt`, textFile('x'))).error).not.toBeNull()
  })

  test('by somebody signed out is refused', async () => {
    expect((await files(untyped(stack)).upload('x/1.txt', textFile('x'))).error).not.toBeNull()
  })

  test('a form without a file is refused', async () => {
    const { client, id } = await newUser(stack, 'form@example.cn')
    const { data } = await client.auth.getSession()
    const form = new FormData()
    form.append('cacheControl', '3600')
    const response = await fetch(`${stack.url}/storage/v1/object/evidence/${id}/1.txt`, {
      method: 'POST',
      body: form,
      headers: { apikey: stack.publishableKey, authorization: `Bearer ${data.session?.access_token}` },
    })
    expect(response.status).toBe(400)
  })
})

describe('a stored file', () => {
  test('is hidden from others and gone after its owner removed it', async () => {
    const owner = await newUser(stack, 'owner@example.cn')
    const other = await newUser(stack, 'other@example.cn')
    const path = `${owner.id}/1.txt`
    await files(owner.client).upload(path, textFile('x'))
    expect((await files(other.client).download(path)).error).not.toBeNull()
    expect((await files(other.client).createSignedUrl(path, 60)).error).not.toBeNull()
    expect((await files(other.client).remove([path])).data).toEqual([])
    expect((await files(owner.client).remove([path])).data).toHaveLength(1)
    expect((await files(owner.client).download(path)).error).not.toBeNull()
  })

  test('is read by a signed link, under its own name, until the link expires', async () => {
    const { client, id } = await newUser(stack, 'link@example.cn')
    await files(client).upload(`${id}/1.txt`, textFile('内容'))
    const { data } = await files(client).createSignedUrl(`${id}/1.txt`, 60, { download: '总结（终稿）.txt' })
    const response = await fetch(data?.signedUrl ?? '')
    expect(await response.text()).toBe('内容')
    const name = encodeURIComponent('总结（终稿）.txt')
    expect(response.headers.get('content-disposition')).toContain(`filename*=UTF-8''${name}`)
    const many = await files(client).createSignedUrls([`${id}/1.txt`, `${id}/none.txt`], 60)
    expect(many.data?.map(({ error }) => error === null)).toEqual([true, false])
    expect((await fetch(many.data?.[0]?.signedUrl ?? '')).status).toBe(200)
    const short = await files(client).createSignedUrl(`${id}/1.txt`, 1)
    await new Promise((resolve) => setTimeout(resolve, 2100))
    expect((await fetch(short.data?.signedUrl ?? '')).status).toBe(400)
    for (const life of [-1, 0, 301, 1.5, 3_153_600_000]) {
      expect((await files(client).createSignedUrl(`${id}/1.txt`, life)).data).toBeNull()
      expect((await files(client).createSignedUrls([`${id}/1.txt`], life)).data).toBeNull()
    }
  })

  test('never runs as a page of the app', async () => {
    const { client, id } = await newUser(stack, 'page@example.cn')
    await files(client).upload(`${id}/1.html`, new File(['<script>1</script>'], '1.html', { type: 'text/html' }))
    const { data } = await files(client).createSignedUrl(`${id}/1.html`, 60)
    const { headers } = await fetch(data?.signedUrl ?? '')
    expect(headers.get('content-security-policy')).toContain('sandbox')
    expect(headers.get('content-disposition')).toBe('attachment')
    expect(headers.get('x-content-type-options')).toBe('nosniff')
  })

  test('has no address through which somebody without an account could upload', async () => {
    const { client, id } = await newUser(stack, 'uplink@example.cn')
    expect((await files(client).createSignedUploadUrl(`${id}/1.txt`)).data).toBeNull()
  })

  test('is kept by nobody’s cache, whatever the uploader asked for', async () => {
    const { client, id } = await newUser(stack, 'cache@example.cn')
    await files(client).upload(`${id}/1.txt`, textFile('x'), { cacheControl: '31536000, public' })
    const { data } = await files(client).createSignedUrl(`${id}/1.txt`, 60)
    expect((await fetch(data?.signedUrl ?? '')).headers.get('cache-control')).toBe('private, no-store')
  })
})
