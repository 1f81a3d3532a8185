/** An account that the sign-in page offers by one click; only a demo server lists any. */
export interface DemoAccount {
  readonly email: string
  readonly password: string
  readonly label: string
}

/** What the same build is told at run time: which Supabase project it talks to. */
export interface RuntimeConfig {
  /** An empty address means the server this page came from. */
  readonly supabaseUrl: string
  readonly supabasePublishableKey: string
  readonly demoAccounts: readonly DemoAccount[]
}

/**
 * Where the configuration is served. The bundled server answers it; a static host serves a file of this
 * name, which is why none is kept in `public/`.
 */
const CONFIG_URL = '/config.json'

/** Raised when the configuration is missing or malformed; the page can then only say so. */
class RuntimeConfigError extends Error {
  override readonly name = 'RuntimeConfigError'
  readonly code = 'config_unavailable'
}

/** Fetches and checks the configuration. */
export async function loadRuntimeConfig(fetchJson: typeof fetch = fetch): Promise<RuntimeConfig> {
  const body = await readBody(fetchJson)
  const config = parseRuntimeConfig(body)
  if (config === null) throw new RuntimeConfigError('config.json is malformed')
  return config
}

/** The configuration in a parsed body, or null if it is not one. */
export function parseRuntimeConfig(body: unknown): RuntimeConfig | null {
  if (!isRecord(body)) return null
  const { supabaseUrl, supabasePublishableKey, demoAccounts } = body
  if (typeof supabaseUrl !== 'string' || typeof supabasePublishableKey !== 'string') return null
  if (supabasePublishableKey === '') return null
  return {
    supabaseUrl,
    supabasePublishableKey,
    demoAccounts: Array.isArray(demoAccounts) ? demoAccounts.filter(isDemoAccount) : [],
  }
}

async function readBody(fetchJson: typeof fetch): Promise<unknown> {
  try {
    const response = await fetchJson(CONFIG_URL, { cache: 'no-cache' })
    if (!response.ok) throw new RuntimeConfigError(`config.json answered ${response.status}`)
    return await response.json()
  } catch (error) {
    if (error instanceof RuntimeConfigError) throw error
    throw new RuntimeConfigError('config.json could not be read', { cause: error })
  }
}

function isDemoAccount(value: unknown): value is DemoAccount {
  return (
    isRecord(value) &&
    typeof value.email === 'string' &&
    typeof value.password === 'string' &&
    typeof value.label === 'string'
  )
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null
}
