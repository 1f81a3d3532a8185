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

/** The engine asks for a file by kind and name. */
interface ResourceRequest {
  readonly kind: string
  readonly filename: string
}

/**
 * Gives the PDF engine its files from the build. The engine reads on without a map it cannot get, and then finds no
 * text where there is some; so a failed download is also told to `onFailure`.
 */
export function bundledResources(onFailure: (error: Error) => void): new () => object {
  return class {
    async fetch({ kind, filename }: ResourceRequest): Promise<Uint8Array> {
      const url = kind === 'cMapUrl' ? MAP_URLS[PATH_OF_MAPS + filename] : undefined
      if (url === undefined) throw new Error(`No bundled ${kind} named ${filename}.`)
      try {
        const response = await fetch(url)
        if (!response.ok) throw new Error(`The server answered ${response.status} for ${filename}.`)
        return new Uint8Array(await response.arrayBuffer())
      } catch (error) {
        onFailure(error instanceof Error ? error : new Error(`Could not load ${filename}.`))
        throw error
      }
    }
  }
}
