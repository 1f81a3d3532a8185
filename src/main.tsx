import { fetchPageCode } from './app/page-code'
import { loadRuntimeConfig } from './data/runtime-config'

/** This file is small, so that it can ask at once for all that the page needs. */
async function open(container: HTMLElement): Promise<void> {
  const config = loadRuntimeConfig()
  config.catch(() => undefined)
  fetchPageCode(globalThis.location.pathname)
  try {
    const { start } = await import('./app/start')
    await start(container, config)
  } catch {
    container.textContent = '页面没有加载完整，可能网络中断或系统刚更新过。请刷新页面。'
  }
}

const container = document.getElementById('root')
if (container !== null) void open(container)
