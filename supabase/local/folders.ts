import { fileURLToPath } from 'node:url'

const fromHere = (path: string) => fileURLToPath(new URL(path, import.meta.url))

/** Where the parts of the project lie, whatever folder the server is started from. */
export const PROJECT_FOLDER = fromHere('../../')
export const MIGRATIONS_FOLDER = fromHere('../migrations')
export const CONFIG_FILE = fromHere('../config.toml')
