import { mkdir, mkdtemp, rm, utimes, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, expect, test, vi } from 'vitest'
import { buildAppIfStale } from './build-app'

let project: string
afterEach(() => rm(project, { recursive: true, force: true }))

/** A project whose page builds in a moment: Vite takes any `index.html`. */
async function smallProject(): Promise<string> {
  project = await mkdtemp(join(tmpdir(), 'build-'))
  await mkdir(join(project, 'src'))
  await writeFile(join(project, 'index.html'), '<!doctype html><title>x</title>')
  const past = new Date(Date.now() - 60_000)
  await utimes(join(project, 'index.html'), past, past)
  return project
}

test('says that it builds and how long that takes, in both languages, and nothing when there is nothing to build', async () => {
  await smallProject()
  const said = vi.spyOn(console, 'log').mockImplementation(() => undefined)
  const dist = join(project, 'dist')
  expect(await buildAppIfStale(project, dist)).toBe(true)
  expect(said.mock.calls).toEqual([
    [expect.stringMatching(/正在构建页面，大约需要半分钟.*Building the app, about half a minute/)],
  ])
  expect(await buildAppIfStale(project, dist)).toBe(false)
  expect(said).toHaveBeenCalledOnce()
  said.mockRestore()
}, 120_000)
