/**
 * `tsx tests/support/log-search.ts FILE …`: looks through the logs of a test run for what must never be printed: hashes of
 * passwords, addresses of people, codes and tokens. Ends with 1 and one line for each find.
 */
import { readFileSync } from 'node:fs'
import { pathToFileURL } from 'node:url'

const NEVER_PRINTED: readonly (readonly [RegExp, string])[] = [
  [/\$2[abxy]\$\d\d\$/, 'a hash of a password'],
  [/[\w.+-]+@(?:[\w-]+\.)+(?:cn|com|org|net|invalid|test)\b/, 'an e-mail address'],
  [/\bsb_(?:secret|publishable)_\w{8}/, 'a key of the server'],
  [/\beyJ[\w-]{10,}\.[\w-]{10,}\./, 'an access token'],
  [
    /\b(?:sign_up_code|refresh_token|p_code|p_new_password|password)"?\s*[:=]\s*["']?[^\s"',}…]{6,}/,
    'a code or a password',
  ],
  [/\b[A-HJ-NP-Z2-9]{4}-[A-HJ-NP-Z2-9]{4}-[A-HJ-NP-Z2-9]{4}\b/, 'a set-up code'],
]

/** The one line on which a new server says its set-up code to whoever started it. */
const SAID_ON_PURPOSE = /^\s*设置码：/

/** Each line that holds what must not be printed; the find itself is not repeated. */
export function findSecrets(log: string): string[] {
  return log
    .split('\n')
    .flatMap((line, index) =>
      SAID_ON_PURPOSE.test(line)
        ? []
        : NEVER_PRINTED.filter(([pattern]) => pattern.test(line)).map(([, what]) => `line ${index + 1}: ${what}`),
    )
}

function main(files: readonly string[]): void {
  const finds = files.flatMap((file) => findSecrets(readFileSync(file, 'utf8')).map((find) => `${file} ${find}`))
  for (const find of finds) console.error(find)
  console.log(
    finds.length === 0
      ? 'the log holds no hash, address or code'
      : `${finds.length} lines of the log hold what must not be printed`,
  )
  process.exitCode = finds.length === 0 ? 0 : 1
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) main(process.argv.slice(2))
