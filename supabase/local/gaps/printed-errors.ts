/**
 * Gap: @supabase/lite prints errors of the database as they come, with the parameters of the statement: addresses, hashes
 * of passwords, codes.
 *
 * Delete this file when lite prints the code and the message of an error and nothing else.
 */
const PRINTERS = ['error', 'warn', 'info', 'log', 'debug'] as const
const LONGEST = 300

/** PostgreSQL quotes names as well as values; a name follows the word for what it names. */
const NAMED = /(?:constraint|relation|table|column|index|schema|type|role|function|trigger|view|sequence) $/

/** E-mail addresses, and hashes of passwords as bcrypt writes them. */
const PEOPLE = /[^\s@'"（），]+@[^\s@'"（），]+|\$2[abxy]\$[^\s'"]+/g

let isInstalled = false

/**
 * From now on an object that is printed is one line of code and message. Words are printed as they are, but for what
 * somebody put into them: addresses and hashes of passwords.
 */
export function printErrorsPlainly(): void {
  if (isInstalled) return
  isInstalled = true
  for (const name of PRINTERS) {
    const print = console[name].bind(console)
    console[name] = (...words: unknown[]) => print(...words.map(plainWord))
  }
}

/** What is printed in the place of a word. */
export function plainWord(word: unknown): unknown {
  if (typeof word === 'string') return withoutPeople(word)
  return word === null || (typeof word !== 'object' && typeof word !== 'function') ? word : plainError(word)
}

/** An error in one line that holds no value of anybody's: code and message without what is quoted in it. */
export function plainError(error: unknown): string {
  const read = (name: string): string => {
    const value: unknown = typeof error === 'object' && error !== null ? Reflect.get(error, name) : undefined
    return typeof value === 'string' ? value : ''
  }
  const message = withoutValues(typeof error === 'string' ? error : read('message')).slice(0, LONGEST)
  const code = /^\w{1,40}$/.test(read('code')) ? read('code') : read('name')
  return [code, message, placeOf(read('stack'))].filter((each) => each !== '').join(' ')
}

function withoutValues(message: string): string {
  return (message.split('\n')[0] ?? '')
    .replaceAll(/"[^"]*"|'[^']*'|“[^”]*”/g, (quoted, at: number, whole: string) =>
      NAMED.test(whole.slice(0, at)) ? quoted : '…',
    )
    .replaceAll(PEOPLE, '…')
}

function withoutPeople(words: string): string {
  return words.replaceAll(PEOPLE, '…')
}

/** Where it happened in our code or lite's; a database error's message alone says more. */
function placeOf(stack: string): string {
  const line = stack.split('\n').find((each) => /^\s+at /.test(each))
  return line === undefined ? '' : `(${line.trim()})`
}
