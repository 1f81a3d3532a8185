import { readFile } from 'node:fs/promises'
import { parse } from 'smol-toml'

/** The settings of supabase/config.toml that the embedded stack follows; the Supabase CLI reads the same file. */
export interface StackConfig {
  schemas: string[]
  maxRows: number
  jwtExpirySeconds: number
  minimumPasswordLength: number
  fileSizeLimit: string
}

const isNumber = (value: unknown): value is number => typeof value === 'number'
const isText = (value: unknown): value is string => typeof value === 'string'
const isTexts = (value: unknown): value is string[] => Array.isArray(value) && value.every(isText)

/** Reads the settings; a missing one is an error, so that both readers of the file agree. */
export async function readStackConfig(file: string): Promise<StackConfig> {
  const settings: unknown = parse(await readFile(file, 'utf8'))
  const read = <T>(path: string, is: (value: unknown) => value is T): T => {
    const value = path
      .split('.')
      .reduce<unknown>(
        (at, key) => (typeof at === 'object' && at !== null ? Reflect.get(at, key) : undefined),
        settings,
      )
    if (!is(value)) throw new Error(`config.toml has no proper ${path}`)
    return value
  }
  return {
    schemas: read('api.schemas', isTexts),
    maxRows: read('api.max_rows', isNumber),
    jwtExpirySeconds: read('auth.jwt_expiry', isNumber),
    minimumPasswordLength: read('auth.minimum_password_length', isNumber),
    fileSizeLimit: read('storage.file_size_limit', isText),
  }
}
