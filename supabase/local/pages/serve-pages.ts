import { access } from 'node:fs/promises'
import { join } from 'node:path'
import { serveApp } from './app-files'
import { buildAppIfStale, packApp } from './build-app'
import { isApiPath } from '../gateway/gateway'
import { toNodeHandler, type Listening, type NodeHandler } from '../http-server'
import type { Installation } from '../installation'
import { createServerHandler } from '../server'
import type { Settings } from '../settings'
import { UserError } from '../user-error'

/** Builds and packs the app where needed; returns the folder it lies in. */
export async function prepareApp(project: string): Promise<string> {
  const dist = join(project, 'dist')
  await buildAppIfStale(project, dist)
  const isBuilt = await access(join(dist, 'index.html'))
    .then(() => true)
    .catch(() => false)
  if (!isBuilt) throw new UserError(`找不到已构建的页面：${dist}`)
  await packApp(dist)
  return dist
}

/** Serves the API alone. */
export function serveApi(listening: Listening, { api, database, config }: Installation, settings: Settings): void {
  listening.answerWith(toNodeHandler(createServerHandler(api, database, { config }), settings.trustProxy))
}

/** Serves the built app as soon as it is built. */
export async function serveBuiltApp(
  listening: Listening,
  { api, database, config }: Installation,
  settings: Settings,
  building: Promise<string>,
): Promise<void> {
  const handler = createServerHandler(api, database, { config, app: await serveApp(await building) })
  listening.answerWith(toNodeHandler(handler, settings.trustProxy))
}

/** Serves the sources through Vite, with hot reload, at the same address as the API. */
export async function serveSources(
  listening: Listening,
  { api, database, config }: Installation,
  settings: Settings,
  project: string,
): Promise<{ close(): Promise<void> }> {
  const answer = toNodeHandler(createServerHandler(api, database, { config }), settings.trustProxy)
  const { createServer } = await import('vite')
  const vite = await createServer({
    root: project,
    appType: 'spa',
    server: { middlewareMode: true, hmr: { server: listening.server } },
  })
  const pages: NodeHandler = (request, response) => vite.middlewares(request, response)
  listening.answerWith((request, response) => (isOurs(request.url ?? '/') ? answer : pages)(request, response))
  return vite
}

function isOurs(url: string): boolean {
  const path = url.split('?')[0] ?? '/'
  return isApiPath(path) || path === '/config.json'
}
