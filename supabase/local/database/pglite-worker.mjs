/**
 * Where the worker thread begins. It is JavaScript because a worker does not know TypeScript by itself: not under every
 * Node.js that we run on, and not under vitest.
 */
import { register } from 'tsx/esm/api'

register()
const { serve } = await import('./pglite-worker.ts')
await serve()
