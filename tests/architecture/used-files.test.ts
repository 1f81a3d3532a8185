import { describe, expect, it } from 'vitest'
import { readSourceFiles } from './source-files'
import { unusedFiles } from './used-files'

const file = (path: string, text = '') => ({ path, text })

describe('a file of the app', () => {
  it('is used by the app or its server, not by tests alone', () => {
    const files = [...readSourceFiles('src', ['.ts', '.tsx', '.css']), ...readSourceFiles('supabase', ['.ts'])]
    expect(unusedFiles(files)).toEqual([])
  })
  it('is found where tests alone import it', () => {
    const sample = file('src/domain/a-sample.ts')
    expect(unusedFiles([sample])).toHaveLength(1)
    expect(unusedFiles([sample, file('src/domain/a.test.ts', "import { a } from './a-sample'")])).toHaveLength(1)
    expect(unusedFiles([sample, file('src/main.tsx', "import { a } from '@/domain/a-sample'")])).toEqual([])
    expect(unusedFiles([sample, file('supabase/seed/a.ts', "import '../../src/domain/a-sample.ts'")])).toEqual([])
  })
  it('may be a worker', () => {
    const worker = file('src/lib/a.worker.ts')
    const text = "new Worker(new URL('./lib/a.worker.ts', import.meta.url))"
    expect(unusedFiles([worker, file('src/main.tsx', text)])).toEqual([])
  })
})
