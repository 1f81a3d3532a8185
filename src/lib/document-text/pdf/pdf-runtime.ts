import type * as PdfModule from 'pdfjs-dist/legacy/build/pdf.mjs'

type OpenParameters = Exclude<Parameters<typeof PdfModule.getDocument>[0], string | URL | ArrayBuffer | undefined>

export interface PdfRuntime {
  readonly pdf: typeof PdfModule
  /** Where this environment finds the character maps of fonts that are not embedded. */
  readonly resources: OpenParameters
}

let loaded: Promise<PdfRuntime> | undefined

/** Loads the PDF engine once, in the shape that the environment needs. */
export function loadPdfRuntime(): Promise<PdfRuntime> {
  loaded ??= isNode() ? loadInNode() : loadInBrowser()
  return loaded
}

function isNode(): boolean {
  return typeof process === 'object' && String(process) === '[object process]'
}

async function loadInBrowser(): Promise<PdfRuntime> {
  const [pdf, { BundledResources, workerUrl }] = await Promise.all([
    import('pdfjs-dist/legacy/build/pdf.mjs'),
    import('./pdf-browser-resources'),
  ])
  pdf.GlobalWorkerOptions.workerSrc = workerUrl
  return { pdf, resources: { BinaryDataFactory: BundledResources, useWorkerFetch: false } }
}

/** In Node the engine finds its own worker; the maps lie in its package. */
async function loadInNode(): Promise<PdfRuntime> {
  standInForCanvas()
  const pdf = await import('pdfjs-dist/legacy/build/pdf.mjs')
  const { createRequire } = process.getBuiltinModule('node:module')
  const manifest = createRequire(import.meta.url).resolve('pdfjs-dist/package.json')
  const folder = manifest.slice(0, -'package.json'.length)
  return { pdf, resources: { cMapUrl: `${folder}cmaps/`, standardFontDataUrl: `${folder}standard_fonts/` } }
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
