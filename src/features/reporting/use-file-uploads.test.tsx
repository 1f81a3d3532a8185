import { act, renderHook, waitFor } from '@testing-library/react'
import { expect, it, vi } from 'vitest'
import { reportId, unitId } from '../../../tests/support/ids'

const { addFile } = vi.hoisted(() => ({
  addFile: vi.fn(
    ({ signal }: { readonly signal: AbortSignal }) =>
      new Promise((_resolve, reject) => {
        signal.addEventListener('abort', () => reject(new DOMException('cancelled', 'AbortError')))
      }),
  ),
}))
vi.mock('@/data/evidence/mutations', () => ({ useAddFileEvidence: () => ({ mutateAsync: addFile }) }))

it('sends none of the files that still wait for their turn once the page is left', async () => {
  // The files of a run share their modules, and another may have loaded this one with the real upload.
  vi.resetModules()
  const { useFileUploads } = await import('./use-file-uploads')
  const { result, unmount } = renderHook(() => useFileUploads(unitId('u'), async () => reportId('r')))
  act(() => result.current.add([new File(['a'], 'a.pdf'), new File(['b'], 'b.pdf')]))
  await waitFor(() => expect(addFile).toHaveBeenCalledOnce())
  unmount()
  await new Promise((resolve) => setTimeout(resolve, 20))
  expect(addFile).toHaveBeenCalledOnce()
})
