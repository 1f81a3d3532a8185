import { App } from '@supabase/lite'
import type { StackConfig } from './config'
import type { Database } from './database/database'
import { enableStorage } from './gaps/experimental-storage'
import { tellCaller } from './gaps/known-callers'
import { printErrorsPlainly } from './gaps/printed-errors'
import type { Keys } from './keys'
import type { StorageAdapter } from './storage/stored-files'

/** What the API needs to know besides the database. */
export interface ApiOptions {
  config: StackConfig
  keys: Keys
  files: StorageAdapter
}

/** Makes the Supabase-compatible API over `database`; keys are enforced, nothing but the three services is on. */
export async function createApi(database: Database, { config, keys, files }: ApiOptions): Promise<App> {
  printErrorsPlainly()
  const app = new App({
    connection: database.connection,
    api: { enabled: true, schemas: config.schemas, max_rows: config.maxRows },
    auth: {
      enabled: true,
      jwt_secret: keys.jwtSecret,
      jwt_expiry: config.jwtExpirySeconds,
      publishable_key: keys.publishableKey,
      secret_key: keys.secretKey,
      enable_signup: true,
      enable_refresh_token_rotation: true,
      minimum_password_length: config.minimumPasswordLength,
    },
    storage: { enabled: true, file_size_limit: config.fileSizeLimit },
    studio: { enabled: false },
    options: { server: { admin: false, disableStudio: true, middlewares: [tellCaller] } },
  })
  await enableStorage(app, files)
  return app
}
