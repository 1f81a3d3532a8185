// oxlint-disable-next-line import/default -- the bundler makes the address the default export
import workerUrl from 'pdfjs-dist/legacy/build/pdf.worker.min.mjs?url'

export { workerUrl }

/** The maps of Chinese fonts, each a small file of our own origin that is fetched only when a document needs it. */
const MAP_URLS = import.meta.glob<string>(
  [
    '/node_modules/pdfjs-dist/cmaps/{Adobe-GB1,Adobe-CNS1}-*.bcmap',
    '/node_modules/pdfjs-dist/cmaps/{GB,UniGB,UniCNS,B5,CNS,ET,HKscs}*.bcmap',
    '/node_modules/pdfjs-dist/cmaps/{H,V}.bcmap',
  ],
  { query: '?url&no-inline', import: 'default', eager: true },
)

const PATH_OF_MAPS = '/node_modules/pdfjs-dist/cmaps/'

/** Gives the PDF engine its files from the build; it asks by kind and file name. */
export class BundledResources {
  async fetch(request: { readonly kind: string; readonly filename: string }): Promise<Uint8Array> {
    const url = request.kind === 'cMapUrl' ? MAP_URLS[PATH_OF_MAPS + request.filename] : undefined
    if (url === undefined) throw new Error(`No bundled ${request.kind} named ${request.filename}.`)
    const response = await fetch(url)
    if (!response.ok) throw new Error(`Could not load ${request.filename}: ${response.status}.`)
    return new Uint8Array(await response.arrayBuffer())
  }
}
