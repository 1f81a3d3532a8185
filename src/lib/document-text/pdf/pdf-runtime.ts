import type * as PdfModule from 'pdfjs-dist/legacy/build/pdf.mjs'

type OpenParameters = Exclude<Parameters<typeof PdfModule.getDocument>[0], string | URL | ArrayBuffer | undefined>

interface PdfRuntime {
  readonly pdf: typeof PdfModule
  /** Gets ready to read one document; `stop` gives back what that took. */
  readonly prepare: () => PdfSession
}

interface PdfSession {
  /** Who does the work, and where the character maps of fonts that are not embedded are found. */
  readonly resources: OpenParameters
  readonly stop: () => void
  /** Rejects when a part of the engine cannot be loaded, which is no fault of the document. */
  readonly failure: Promise<never>
}

/** The engine itself did not load, say because the connection broke or a newer build replaced the files. */
export class PdfEngineError extends Error {
  override readonly name = 'PdfEngineError'
}

let loaded: Promise<PdfRuntime> | undefined

/** Loads the PDF engine once, in the shape that the environment needs; after a failure the next call tries again. */
export function loadPdfRuntime(): Promise<PdfRuntime> {
  loaded ??= (isNode() ? loadInNode() : loadInBrowser()).catch((error: unknown) => {
    loaded = undefined
    throw new PdfEngineError('The PDF engine could not be loaded.', { cause: error })
  })
  return loaded
}

function isNode(): boolean {
  return typeof process === 'object' && String(process) === '[object process]'
}

async function loadInBrowser(): Promise<PdfRuntime> {
  const [pdf, { bundledResources, workerUrl }] = await Promise.all([
    import('pdfjs-dist/legacy/build/pdf.mjs'),
    import('./pdf-browser-resources'),
  ])
  const prepare = (): PdfSession => {
    // The engine starts its worker by asking the window, which a caller that is a worker itself does not have.
    const port = new Worker(workerUrl, { type: 'module' })
    const worker = pdf.PDFWorker.create({ port })
    let fail = (_error: Error): void => {}
    const failure = new Promise<never>((_resolve, reject) => {
      fail = (error) => reject(new PdfEngineError(error.message, { cause: error }))
    })
    port.addEventListener('error', (event) => fail(new Error(event.message || 'The PDF worker did not start.')))
    const stop = (): void => {
      worker.destroy()
      port.terminate()
    }
    return { resources: { worker, BinaryDataFactory: bundledResources(fail), useWorkerFetch: false }, stop, failure }
  }
  return { pdf, prepare }
}

/** In Node the engine finds its own worker; the maps lie in its package. */
async function loadInNode(): Promise<PdfRuntime> {
  standInForCanvas()
  const pdf = await import('pdfjs-dist/legacy/build/pdf.mjs')
  const { createRequire } = process.getBuiltinModule('node:module')
  const manifest = createRequire(import.meta.url).resolve('pdfjs-dist/package.json')
  const folder = manifest.slice(0, -'package.json'.length)
  const resources = { cMapUrl: `${folder}cmaps/`, standardFontDataUrl: `${folder}standard_fonts/` }
  return { pdf, prepare: () => ({ resources, stop: () => {}, failure: new Promise<never>(() => {}) }) }
}

function StandIn(): void {}

/** The engine names these drawing classes when it loads. Reading text never uses them, so an empty one will do. */
function standInForCanvas(): void {
  for (const name of ['DOMMatrix', 'ImageData', 'Path2D']) {
    if (!(name in globalThis)) {
      Object.defineProperty(globalThis, name, { value: StandIn, configurable: true, writable: true })
    }
  }
}
