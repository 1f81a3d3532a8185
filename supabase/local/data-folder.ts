import { readFileSync, rmSync } from 'node:fs'
import { chmod, mkdir, readFile, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { field, parseJson, textField } from './gateway/handler'
import { UserError } from './user-error'

/** The folder that holds everything one installation must not lose. */
export interface DataFolder {
  path: string
  /** PGlite's files. */
  database: string
  /** Uploaded files. */
  files: string
  /** Closes the folder to everybody else on the machine, whoever made it and with whatever rights. */
  closeToOthers(): Promise<void>
  /** Lets another process have the folder. */
  release(): Promise<void>
}

/** Makes the folder where needed and takes it for this process alone. */
export async function openDataFolder(path: string): Promise<DataFolder> {
  const lock = join(path, 'server.lock')
  let isHeld = false
  try {
    await mkdir(join(path, 'files'), { recursive: true, mode: 0o700 })
    await takeLock(lock, path)
    isHeld = true
    await closeToOthers(path)
    process.once('exit', () => isHeld && rmSync(lock, { force: true }))
  } catch (error) {
    throw error instanceof UserError ? error : new UserError(explain(error, path))
  }
  return {
    path,
    database: join(path, 'database'),
    files: join(path, 'files'),
    closeToOthers: () => closeToOthers(path),
    async release() {
      isHeld = false
      await rm(lock, { force: true })
    },
  }
}

async function closeToOthers(path: string): Promise<void> {
  if (process.platform === 'win32') return
  for (const each of [path, join(path, 'database'), join(path, 'files')]) {
    await chmod(each, 0o700).catch((error: unknown) => {
      // The database is made later, and on a server of its own never.
      if (codeOf(error) !== 'ENOENT') console.warn(`无法把 ${each} 设为仅本用户可读（0700），请检查目录的属主和权限。`)
    })
  }
}

async function takeLock(lock: string, folder: string): Promise<void> {
  const mine = JSON.stringify({ pid: process.pid, started: startedAt(process.pid) })
  for (let attempt = 0; attempt < 2; attempt += 1) {
    try {
      await writeFile(lock, mine, { flag: 'wx', mode: 0o600 })
      return
    } catch (error) {
      if (codeOf(error) !== 'EEXIST') throw error
    }
    const holder = parseJson(await readFile(lock, 'utf8').catch(() => ''))
    const pid = Number(field(holder, 'pid'))
    if (isRunning(pid, textField(holder, 'started'))) {
      throw new UserError(`数据目录正被另一个进程使用（进程号 ${pid}）：${folder}`)
    }
    // Whoever held it is gone: the power failed or the process was killed.
    await rm(lock, { force: true })
  }
  throw new UserError(`数据目录正被另一个进程使用：${folder}`)
}

function isRunning(pid: number, started: string | undefined): boolean {
  if (!Number.isInteger(pid) || pid <= 0 || pid === process.pid) return false
  try {
    process.kill(pid, 0)
  } catch (error) {
    return codeOf(error) === 'EPERM'
  }
  // The number may have been given to another program since; where the system tells, we compare the time of its start.
  const now = startedAt(pid)
  return now === undefined || started === undefined || now === started
}

/** When a process started, in a form only good for comparing; known on Linux. */
function startedAt(pid: number): string | undefined {
  try {
    const boot = readFileSync('/proc/sys/kernel/random/boot_id', 'utf8').trim()
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8')
    return `${boot} ${stat.slice(stat.lastIndexOf(')') + 2).split(' ')[19]}`
  } catch {
    return undefined
  }
}

function explain(error: unknown, path: string): string {
  switch (codeOf(error)) {
    case 'EACCES':
    case 'EPERM':
    case 'EROFS':
      return `数据目录不可写：${path}，请检查权限，或用 DATA_DIR=其他目录 再启动。`
    case 'ENOTDIR':
    case 'EEXIST':
      return `数据目录的位置上有一个同名文件：${path}，请用 DATA_DIR=其他目录 再启动。`
    case 'ENOSPC':
      return `磁盘已满，无法写入数据目录：${path}`
    default:
      return `无法使用数据目录 ${path}：${error instanceof Error ? error.message : String(error)}`
  }
}

function codeOf(error: unknown): string | undefined {
  return textField(error, 'code')
}
