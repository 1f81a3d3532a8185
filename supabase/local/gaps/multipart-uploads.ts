/**
 * Gap: supabase-js in a browser sends a file as a form whose file field has the name '' and comes last;
 * @supabase/lite looks for a field 'file', reads the whole form into memory, and cannot read forms in a PUT at all.
 *
 * Delete this file when lite takes the first file of the form, whatever its name, as a stream.
 */
import { storageError, type Layer } from '../gateway/handler'
import { readMultipart } from '../storage/read-multipart'

/** Turns a form upload into the plain upload that lite streams to its file. */
export function unwrapForms(): Layer {
  return (next) => async (request, client) => {
    const type = request.headers.get('content-type') ?? ''
    if (!type.startsWith('multipart/form-data') || request.body === null) return next(request, client)
    const length = Number(request.headers.get('content-length'))
    const form = await readMultipart(request.body, type, length).catch(() => undefined)
    if (form === undefined) return storageError(400, 'InvalidRequest', 'The form holds no file')
    const headers = new Headers(request.headers)
    headers.set('content-type', form.fileType)
    headers.set('content-length', String(form.fileSize))
    // Node asks for `duplex` with a streamed body; the type of the browser's fetch does not have it yet.
    const streamed = { method: request.method, headers, body: form.file, duplex: 'half' }
    return next(new Request(request.url, streamed), client)
  }
}
