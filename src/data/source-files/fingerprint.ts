import { sha256Of } from '@/lib/sha256'

const known = new WeakMap<File, Promise<string>>()

/** A file's fingerprint, worked out once. */
export function fingerprintOf(file: File): Promise<string> {
  const found = known.get(file) ?? sha256Of(file)
  known.set(file, found)
  return found
}
