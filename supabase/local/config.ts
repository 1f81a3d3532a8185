import { readFile } from 'node:fs/promises'

/** The settings of supabase/config.toml that the embedded stack follows; the Supabase CLI reads the same file. */
export interface StackConfig {
  schemas: string[]
  maxRows: number
  jwtExpirySeconds: number
  minimumPasswordLength: number
  fileSizeLimit: string
}

type Value = string | number | boolean | string[]

/** Reads the settings; a missing one is an error, so that both readers of the file agree. */
export async function readStackConfig(file: string): Promise<StackConfig> {
  const values = parseSimpleToml(await readFile(file, 'utf8'))
  const read = <T extends Value>(key: string, is: (value: Value) => value is T): T => {
    const value = values.get(key)
    if (value === undefined || !is(value)) throw new Error(`config.toml has no proper ${key}`)
    return value
  }
  return {
    schemas: read('api.schemas', (value) => Array.isArray(value)),
    maxRows: read('api.max_rows', (value) => typeof value === 'number'),
    jwtExpirySeconds: read('auth.jwt_expiry', (value) => typeof value === 'number'),
    minimumPasswordLength: read('auth.minimum_password_length', (value) => typeof value === 'number'),
    fileSizeLimit: read('storage.file_size_limit', (value) => typeof value === 'string'),
  }
}

/** The part of TOML that config.toml uses: tables, and keys with a string, number, boolean or list of strings. */
function parseSimpleToml(text: string): Map<string, Value> {
  const values = new Map<string, Value>()
  let table = ''
  for (const line of text.split(/\r?\n/).map((each) => each.trim())) {
    if (line === '' || line.startsWith('#')) continue
    const header = /^\[([\w.]+)\]$/.exec(line)
    if (header?.[1]) {
      table = header[1]
      continue
    }
    const pair = /^(\w+)\s*=\s*("[^"]*"|\[[^\]]*\]|true|false|\d+)\s*(#.*)?$/.exec(line)
    if (!pair?.[1] || !pair[2]) throw new Error(`config.toml: this line cannot be read: ${line}`)
    // These few forms of TOML are also JSON.
    values.set(`${table}.${pair[1]}`, asValue(JSON.parse(pair[2])))
  }
  return values
}

function asValue(parsed: unknown): Value {
  if (typeof parsed === 'string' || typeof parsed === 'number' || typeof parsed === 'boolean') return parsed
  if (Array.isArray(parsed) && parsed.every((each) => typeof each === 'string')) return parsed
  throw new Error('config.toml: a value has a type that is not expected')
}
