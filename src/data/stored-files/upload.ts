import { evidenceMediaType } from '@/domain/reporting/evidence-file'
import { getServer } from '../client'
import { AppError, toAppError } from '../errors'
import { readSession } from '../session'

interface UploadInput {
  readonly bucket: string
  /** Plain ASCII; the file's own name is kept in its row. */
  readonly path: string
  readonly file: File
  /** Called with the share sent, 0 to 1. */
  readonly onProgress: (share: number) => void
  readonly signal: AbortSignal
}

/**
 * Puts a file into Storage. By XMLHttpRequest, because the client's own upload cannot say how far it is. Its media type
 * follows its name.
 */
export async function uploadFile({ bucket, path, file, onProgress, signal }: UploadInput): Promise<void> {
  const session = await readSession()
  if (session === null) throw new AppError('session_expired', { status: 401 })
  const { address, headers } = storageRequest(`${bucket}/${path}`, session.access_token)
  headers.set('Content-Type', evidenceMediaType(file.name))
  await send({ address, headers, file, onProgress, signal })
}

/** The address and headers that the client itself would use. */
function storageRequest(path: string, accessToken: string) {
  const { url, publishableKey } = getServer()
  const headers = new Headers({ Authorization: `Bearer ${accessToken}`, apikey: publishableKey })
  return { address: `${url}/storage/v1/object/${path}`, headers }
}

interface SendInput extends Pick<UploadInput, 'file' | 'onProgress' | 'signal'> {
  readonly address: string
  readonly headers: Headers
}

function send({ address, headers, file, onProgress, signal }: SendInput): Promise<void> {
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest()
    const cancel = () => request.abort()
    const settle = (finish: () => void) => {
      signal.removeEventListener('abort', cancel)
      finish()
    }
    request.upload.addEventListener('progress', (event) => {
      if (event.lengthComputable && event.total > 0) onProgress(event.loaded / event.total)
    })
    request.addEventListener('load', () => settle(() => (request.status < 300 ? resolve() : reject(refusal(request)))))
    request.addEventListener('error', () =>
      settle(() => reject(new AppError('network_unreachable', { isRetryable: true }))),
    )
    request.addEventListener('abort', () => settle(() => reject(new DOMException('cancelled', 'AbortError'))))
    if (signal.aborted) return reject(new DOMException('cancelled', 'AbortError'))
    signal.addEventListener('abort', cancel)
    request.open('POST', address)
    headers.forEach((value, name) => request.setRequestHeader(name, value))
    request.send(file)
    return undefined
  })
}

/** The answer of Storage as an error: its body holds `statusCode`, `error` and `message`. */
function refusal(request: XMLHttpRequest): AppError {
  try {
    return toAppError(JSON.parse(request.responseText), request.status)
  } catch {
    return toAppError({}, request.status)
  }
}
