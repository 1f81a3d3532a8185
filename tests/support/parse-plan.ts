import { readFile } from 'node:fs/promises'
import { basename } from 'node:path'
import { parsePlanDocument } from '@/domain/plan-document/parse-plan-document'
import { DocumentReadError } from '@/lib/document-text/document-read-error'
import { readDocument } from '@/lib/document-text/read-document'

/** Prints what the parser reads in a document, as JSON: npm run --silent parse-plan -- FILE */
async function main(path: string | undefined): Promise<void> {
  if (path === undefined) throw new UsageError('usage: npm run --silent parse-plan -- FILE')
  const document = await readDocument(basename(path), await readFile(path))
  process.stdout.write(`${JSON.stringify(parsePlanDocument(document), null, 2)}\n`)
}

class UsageError extends Error {}

try {
  await main(process.argv[2])
} catch (error) {
  if (!(
    error instanceof DocumentReadError ||
    error instanceof UsageError ||
    (error instanceof Error && 'code' in error)
  ))
    throw error
  console.error(error.message)
  process.exitCode = error instanceof UsageError ? 2 : 1
}
