import type { App } from '@supabase/lite'
import { openBackend } from './backend'
import { openDataFolder, type DataFolder } from './data-folder'
import type { Database } from './database/database'
import { CONFIG_FILE } from './folders'
import { keepDay } from './day-timer'
import { keepHouse } from './gaps/housekeeping'
import { keepKeys, type Keys } from './keys'
import { openDatabase } from './database/open-database'
import type { RuntimeConfig } from './server'
import { issueSetupCode } from './setup-code'
import type { Settings } from './settings'

/** Everything of one installation except its web server. */
export interface Installation {
  folder: DataFolder
  keys: Keys
  database: Database
  api: App
  setupCode: string | undefined
  /** What the app is told at run time; the demonstration adds its accounts. */
  config: RuntimeConfig
  close(): Promise<void>
}

/** Opens folder, keys and database and brings the schema up to date. */
export async function openInstallation(settings: Settings): Promise<Installation> {
  const folder = await openDataFolder(settings.dataFolder)
  const undo: (() => Promise<void>)[] = [folder.release]
  const close = async () => {
    for (const each of undo.splice(0).toReversed()) await each()
  }
  try {
    const keys = await keepKeys(folder.path)
    const database = await openDatabase(settings, folder)
    undo.push(() => database.close())
    await folder.closeToOthers()
    const api = await openBackend({
      database,
      keys,
      filesFolder: folder.files,
      migrationsFolder: settings.migrationsFolder,
      configFile: CONFIG_FILE,
    })
    const stopTimers = [keepHouse(database), keepDay(database)]
    undo.push(async () => stopTimers.forEach((stop) => stop()))
    const setupCode = await issueSetupCode(database)
    const config = { supabaseUrl: '', supabasePublishableKey: keys.publishableKey, demoAccounts: [] }
    return { folder, keys, database, api, setupCode, config, close }
  } catch (error) {
    await close().catch(() => undefined)
    throw error
  }
}
