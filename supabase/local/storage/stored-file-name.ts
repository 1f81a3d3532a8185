import { createHash } from 'node:crypto'

/** The name under which an object's bytes lie on the disk: no key can point elsewhere or collide where case is ignored. */
export function nameOfStoredFile(bucket: string, key: string): string {
  return createHash('sha256').update(`${bucket}\n${key}`).digest('hex')
}
