import { plainError } from './gaps/printed-errors'
import { UserError } from './user-error'

/** The oldest Node.js whose features the server uses; package.json says the same under engines. */
const OLDEST_NODE = [20, 19] as const

const VERBS = ['start', 'dev', 'demo'] as const

/** Runs one verb; whatever goes wrong in a known way ends as one line. */
async function main(verb: string): Promise<void> {
  checkNode(process.versions.node)
  const known = VERBS.find((each) => each === verb)
  if (known === undefined) throw new UserError(`不认识的命令：${verb}（可用：${VERBS.join('、')}）`)
  // Loaded only now: on an old Node.js these files would fail with a message that nobody understands.
  const { run } = await import('./run')
  await run(known)
}

function checkNode(version: string): void {
  const [major = 0, minor = 0] = version.split('.').map(Number)
  if (major > OLDEST_NODE[0] || (major === OLDEST_NODE[0] && minor >= OLDEST_NODE[1])) return
  throw new UserError(`Node.js 版本过低：${version}，需要 ${OLDEST_NODE.join('.')} 或以上。`)
}

main(process.argv[2] ?? 'start').catch((error: unknown) => {
  if (error instanceof UserError) console.error(`无法启动：${error.message}`)
  else console.error('无法启动，程序内部出错：', plainError(error))
  process.exit(1)
})
