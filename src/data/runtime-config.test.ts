import { describe, expect, it } from 'vitest'
import { loadRuntimeConfig, parseRuntimeConfig } from './runtime-config'

const good = { supabaseUrl: '', supabasePublishableKey: 'key' }
const answer =
  (body: string, status = 200) =>
  () =>
    Promise.resolve(new Response(body, { status }))

describe('runtime configuration', () => {
  it('needs an address and a key; demo accounts are optional', () => {
    expect(parseRuntimeConfig(good)).toEqual({ ...good, demoAccounts: [] })
    const demo = { email: 'a@b.cn', password: 'x', label: '领导' }
    expect(parseRuntimeConfig({ ...good, demoAccounts: [demo, { email: 1 }] })?.demoAccounts).toEqual([demo])
  })
  it.each([null, 'x', {}, { supabaseUrl: '' }, { ...good, supabasePublishableKey: '' }])('refuses %j', (body) => {
    expect(parseRuntimeConfig(body)).toBeNull()
  })
  it.each([
    ['a missing file', answer('', 404)],
    ['a page in its place', answer('<!doctype html>')],
    ['a dead server', () => Promise.reject(new TypeError('Failed to fetch'))],
  ])('says one thing about %s', async (_what, fetchJson) => {
    await expect(loadRuntimeConfig(fetchJson)).rejects.toMatchObject({ code: 'config_unavailable' })
  })
})
