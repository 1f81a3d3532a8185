import { readFile } from 'node:fs/promises';
import { parsePlanDocument } from '../../src/domain/plan-document/parse-plan-document';

/** Prints what the parser reads in a document, as JSON: npm run --silent parse-plan -- FILE */
async function main(): Promise<void> {
  const path = process.argv[2];
  if (path === undefined) {
    console.error('usage: npm run --silent parse-plan -- FILE');
    process.exitCode = 2;
    return;
  }
  const bytes = await readFile(path);
  process.stdout.write(`${JSON.stringify(parsePlanDocument(decode(bytes)), null, 2)}\n`);
}

function decode(bytes: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder('gb18030').decode(bytes);
  }
}

await main();
