import { expect, test } from 'vitest'
import { libraryTrouble, missingLibraries } from './missing-libraries'

const listing = `
	linux-vdso.so.1 (0x00007f70e642e000)
	libnspr4.so => not found
	libnss3.so => not found
	libnssutil3.so => not found
	libm.so.6 => /lib/x86_64-linux-gnu/libm.so.6 (0x00007f70e6338000)
	libgcc_s.so.1 => not found
	/lib64/ld-linux-x86-64.so.2 (0x00007f70e6430000)`

test('every missing library is named, with the commands that install them', () => {
  expect(missingLibraries(listing)).toEqual(['libnspr4.so', 'libnss3.so', 'libnssutil3.so', 'libgcc_s.so.1'])
  const line = libraryTrouble(listing)
  expect(line).toContain('libnspr4.so, libnss3.so, libnssutil3.so, libgcc_s.so.1 not found')
  expect(line).toContain('apt-get install -y libnspr4 libnss3 libgcc-s1 ·')
  expect(line).toContain("dnf install -y 'libnspr4.so()(64bit)' 'libnss3.so()(64bit)'")
  expect(line).not.toContain('\n')
})

test('a refused start names its library too', () => {
  const refused =
    './chromium: error while loading shared libraries: libnspr4.so: cannot open shared object file: No such file or directory'
  expect(missingLibraries(refused)).toEqual(['libnspr4.so'])
})

test.each([
  ['libX11.so.6', 'libx11-6'],
  ['libXcomposite.so.1', 'libxcomposite1'],
  ['libdbus-1.so.3', 'libdbus-1-3'],
  ['libpango-1.0.so.0', 'libpango-1.0-0'],
  ['libatk-bridge-2.0.so.0', 'libatk-bridge2.0-0'],
  ['libexpat.so.1', 'libexpat1'],
])('%s comes with %s', (library, name) => {
  expect(libraryTrouble(`\t${library} => not found`)).toContain(`install -y ${name} ·`)
})

test('a system that is too old is told so, and one that has everything nothing', () => {
  expect(libraryTrouble("/lib/libc.so.6: version `GLIBC_2.34' not found (required by lib/libnspr4.so)")).toContain(
    'older than the GLIBC_2.34',
  )
  expect(libraryTrouble('\tlibm.so.6 => /lib/libm.so.6 (0x00)\n')).toBeUndefined()
})
