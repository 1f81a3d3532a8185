/** Libraries whose Debian package is not named after them. */
const DEBIAN_NAMES: Readonly<Record<string, string>> = {
  'libnssutil3.so': 'libnss3',
  'libsmime3.so': 'libnss3',
  'libglib-2.0.so.0': 'libglib2.0-0',
  'libgobject-2.0.so.0': 'libglib2.0-0',
  'libgio-2.0.so.0': 'libglib2.0-0',
  'libatk-1.0.so.0': 'libatk1.0-0',
  'libatk-bridge-2.0.so.0': 'libatk-bridge2.0-0',
  'libatspi.so.0': 'libatspi2.0-0',
}

const unique = (values: Iterable<string>): string[] => [...new Set(values)]

/** The libraries that the loader did not find, by its listing (`name => not found`) or by its refusal to start a program. */
export function missingLibraries(loaderOutput: string): string[] {
  const patterns = [/^\s*(\S+) => not found/gm, /error while loading shared libraries: ([^:\s]+):/g]
  return unique(patterns.flatMap((pattern) => [...loaderOutput.matchAll(pattern)].map(([, library]) => library ?? '')))
}

/** Debian names the package of `libXfixes.so.3` libxfixes3 and that of `libdbus-1.so.3` libdbus-1-3. */
function debianPackage(library: string): string {
  const known = DEBIAN_NAMES[library]
  if (known !== undefined) return known
  const [name = '', version = ''] = library.toLowerCase().replaceAll('_', '-').split('.so')
  const digits = version.replace(/^\./, '')
  return /\d$/.test(name) && digits !== '' ? `${name}-${digits}` : `${name}${digits}`
}

/** The one line for whoever has to install something, or nothing when the loader found everything. */
export function libraryTrouble(loaderOutput: string): string | undefined {
  const tooOld = /version `(GLIBC_[\d.]+)' not found/.exec(loaderOutput)?.[1]
  if (tooOld !== undefined) return `this system's C library is older than the ${tooOld} that the browser needs`
  const missing = missingLibraries(loaderOutput)
  if (missing.length === 0) return undefined
  const debian = unique(missing.map(debianPackage)).join(' ')
  // Fedora finds packages by the library in them.
  const fedora = missing.map((library) => `'${library}()(64bit)'`).join(' ')
  return `${missing.join(', ')} not found. Debian, Ubuntu: apt-get update && apt-get install -y ${debian} · Fedora: dnf install -y ${fedora}`
}
