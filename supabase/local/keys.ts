import { randomBytes } from 'node:crypto'
import { chmod, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { generateApiKey } from '@supabase/lite'
import { UserError } from './user-error'
import { writeFileSafely } from './write-file-safely'

/** The secrets of one installation; made at the first start and kept in its data folder. */
export interface Keys {
  /** Signs the access tokens. */
  jwtSecret: string
  /** Goes to the browser; alone it gives the rights of `anon`. */
  publishableKey: string
  /** Passes every policy; never leaves the machine. */
  secretKey: string
}

const NAMES = ['jwtSecret', 'publishableKey', 'secretKey'] as const

/** Makes fresh keys. */
export async function makeKeys(): Promise<Keys> {
  const [publishable, secret] = await Promise.all([generateApiKey('publishable'), generateApiKey('secret')])
  return { jwtSecret: randomBytes(48).toString('base64url'), publishableKey: publishable.key, secretKey: secret.key }
}

/** Reads the keys of a data folder, or makes them there at the first start. */
export async function keepKeys(folder: string): Promise<Keys> {
  const file = join(folder, 'keys.json')
  const text = await readFile(file, 'utf8').catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return undefined
    throw new UserError(`无法读取密钥文件 ${file}：${error.message}`)
  })
  if (text !== undefined) {
    await chmod(file, 0o600)
    return parseKeys(text, file)
  }
  const keys = await makeKeys()
  await writeFileSafely(file, `${JSON.stringify(keys, null, 2)}\n`, 0o600)
  return keys
}

function parseKeys(text: string, file: string): Keys {
  let parsed: unknown
  try {
    parsed = JSON.parse(text)
  } catch {
    parsed = null
  }
  const read = (name: (typeof NAMES)[number]): string => {
    const value: unknown = typeof parsed === 'object' && parsed !== null ? Reflect.get(parsed, name) : undefined
    if (typeof value !== 'string' || value === '') throw new UserError(`密钥文件已损坏：${file}，请从备份恢复。`)
    return value
  }
  return { jwtSecret: read('jwtSecret'), publishableKey: read('publishableKey'), secretKey: read('secretKey') }
}
