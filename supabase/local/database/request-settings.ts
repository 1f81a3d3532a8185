import { field, textField } from '../gateway/handler'
import type { Statement } from './pipeline'

/** What lite says of a call of a function. */
interface Call {
  method: string
  path: string
  readOnly: boolean
  requestHeaders?: Record<string, string>
}

const ROLES: ReadonlySet<string> = new Set(['anon', 'authenticated', 'service_role'])

/**
 * One statement with the settings of a request: its role and claims, and for a call what PostgREST tells a function. All
 * are gone at the end of the transaction, and each value is a parameter, whatever it holds.
 */
export function requestSettings(context: object, call: Call | undefined): Statement {
  const auth = field(context, 'auth')
  const jwt = field(auth, 'jwt')
  const role = textField(auth, 'role') || 'anon'
  // A role such as `none` would be that of the owner.
  if (!ROLES.has(role)) throw Object.assign(new Error('role does not exist'), { code: '22023' })
  const settings = new Map([
    ['role', role],
    ['request.jwt.claim.sub', String(field(auth, 'uid') ?? '')],
    ['request.jwt.claim.role', role],
    ['request.jwt.claims', typeof jwt === 'object' && jwt !== null ? JSON.stringify(jwt) : ''],
    ['storage.operation', String(field(field(context, 'storage'), 'operation') ?? '')],
  ])
  if (call !== undefined) addCall(settings, call)
  return { text: textFor([...settings.keys()]), parameters: [...settings.values()] }
}

function addCall(settings: Map<string, string>, { method, path, readOnly, requestHeaders }: Call): void {
  settings.set('response.status', '')
  settings.set('response.headers', '')
  settings.set('request.method', method)
  settings.set('request.path', path)
  settings.set('request.headers', JSON.stringify(requestHeaders ?? {}))
  if (readOnly) settings.set('transaction_read_only', 'on')
}

/** The names are those above, never a value of anybody's. */
function textFor(names: readonly string[]): string {
  return `select ${names.map((name, index) => `set_config('${name}', $${index + 1}, true)`).join(', ')}`
}
