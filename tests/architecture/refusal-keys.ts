import type { SourceFile } from './source-files'

/** Keys that SQL puts together from a stem and the answer of a function. */
const COMPOSED: Readonly<Record<string, readonly string[]>> = {
  sign_up_code_: ['unknown', 'expired', 'revoked', 'used'],
  reset_code_: ['unknown', 'expired', 'revoked', 'used'],
}

const REFUSAL = /private\.refuse\(\s*'([a-z0-9_]+)'(\s*\|\|)?/g
const REQUIRED_TEXT = /private\.require_text\((?:[^;']|'[^']*'(?=[^,;]*,))*,\s*'([a-z0-9_]+)'\s*\)/g
const RAISED = /raise\s+exception\s+using\b[^;]*?message\s*=\s*'([a-z][a-z0-9]*(?:_[a-z0-9]+)+)'/gi

/** Every key with which the database refuses something. */
export function refusalKeys(migrations: readonly SourceFile[]): string[] {
  const keys = migrations.flatMap(({ path, text }) => {
    const sql = text.replace(/--[^\n]*/g, '')
    return [
      ...[...sql.matchAll(REFUSAL)].flatMap(([, key = '', isComposed]) =>
        isComposed === undefined ? [key] : composedKeys(path, key),
      ),
      ...[...sql.matchAll(REQUIRED_TEXT)].map(([, key = '']) => key),
      ...[...sql.matchAll(RAISED)].map(([, key = '']) => key),
    ]
  })
  return [...new Set(keys)].sort()
}

function composedKeys(path: string, stem: string): string[] {
  const endings = COMPOSED[stem]
  if (endings === undefined)
    throw new Error(`${path} composes keys from '${stem}', which refusal-keys.ts does not know`)
  return endings.map((ending) => `${stem}${ending}`)
}
