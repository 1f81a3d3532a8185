import { access } from 'node:fs/promises'
import { join } from 'node:path'
import { serveApp } from './app-files'
import { buildAppIfStale, packApp } from './build-app'
import { isApiPath } from './gateway'
import { listen, toNodeHandler, type Listening, type NodeHandler } from './http-server'
import type { Installation } from './installation'
import { createServerHandler } from './server'
import type { Settings } from './settings'
import { UserError } from './user-error'

/** Builds and packs the app where needed; returns the folder it lies in. */
export async function prepareApp(project: string): Promise<string> {
  const dist = join(project, 'dist')
  await buildAppIfStale(project, dist)
  const isBuilt = await access(join(dist, 'index.html')).then(() => true).catch(() => false)
  if (!isBuilt) throw new UserError(`找不到已构建的页面：${dist}`)
  await packApp(dist)
  return dist
}

/** Serves the built app as soon as it is built. */
export async function serveBuiltApp(
  { api, database, config }: Installation,
  settings: Settings,
  building: Promise<string>,
): Promise<Listening> {
  const handler = createServerHandler(api, database, { config, app: await serveApp(await building) })
  return listen(toNodeHandler(handler, settings.trustProxy), settings.host, settings.port)
}

/** Serves the sources through Vite, with hot reload, at the same address as the API. */
export async function serveSources(installation: Installation, settings: Settings, project: string): Promise<Listening> {
  const { api, database, config } = installation
  const answer = toNodeHandler(createServerHandler(api, database, { config }), settings.trustProxy)
  let pages: NodeHandler = answer
  const listening = await listen(
    (request, response) => (isOurs(request.url ?? '/') ? answer : pages)(request, response),
    settings.host,
    settings.port,
  )
  const { createServer } = await import('vite')
  const vite = await createServer({
    root: project,
    appType: 'spa',
    server: { middlewareMode: true, hmr: { server: listening.server } },
  })
  pages = (request, response) => vite.middlewares(request, response)
  const stop = async () => {
    await vite.close()
    listening.server.closeAllConnections()
    await listening.stop()
  }
  return { ...listening, stop }
}

function isOurs(url: string): boolean {
  const path = url.split('?')[0] ?? '/'
  return isApiPath(path) || path === '/config.json'
}
