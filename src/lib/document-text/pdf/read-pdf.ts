import { DocumentReadError } from '../document-read-error';
import type { SourceDocument } from '../source-document';

export async function readPdf(_bytes: Uint8Array, _signal?: AbortSignal): Promise<SourceDocument> {
  throw new DocumentReadError('damaged');
}
