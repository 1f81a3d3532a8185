import { useAddFileEvidence } from '@/data/evidence/mutations'
import { isCancelled } from '@/data/errors'
import type { ReportId, UnitId } from '@/domain/ids'
import { dateTimeInTable } from '@/domain/local-date/local-date-words'
import { titleOfFile } from '@/domain/reporting/evidence-file'
import { useCallback, useEffect, useRef, useState } from 'react'

/** One file on its way to Storage. */
export interface FileUpload {
  readonly key: string
  readonly file: File
  /** 0 to 1. */
  readonly share: number
  readonly phase: 'sending' | 'failed'
  readonly error: unknown
}

export interface UploadList {
  readonly items: readonly FileUpload[]
  readonly add: (files: readonly File[]) => void
  /** Stops a file that is under way, or takes a failed one off the list. */
  readonly cancel: (key: string) => void
  readonly retry: (key: string) => void
  /** Whether a file is under way, or failed and neither retried nor given up. */
  readonly isBusy: () => boolean
}

/** Files on their way; `ensureReport` starts the working copy they are attached to, if there is none. */
export function useFileUploads(unitId: UnitId, ensureReport: () => Promise<ReportId>): UploadList {
  const { items, append, patch, remove } = useUploadItems()
  const { send, abort } = useSending(unitId, ensureReport, { patch, remove })
  /** Given up while still waiting for their turn. */
  const givenUp = useRef(new Set<string>())

  const add = (files: readonly File[]) => {
    const added = files.map(newUpload)
    append(added)
    void sendInTurn(added)
  }

  // One after the other: the first file also starts the working copy, and a slow line serves one file best.
  const sendInTurn = async (added: readonly FileUpload[]) => {
    for (const { key, file } of added) {
      if (!givenUp.current.has(key)) await send(key, file)
    }
  }

  const cancel = (key: string) => {
    givenUp.current.add(key)
    abort(key)
    remove(key)
  }

  const retry = (key: string) => {
    const item = items.find((each) => each.key === key)
    if (item === undefined) return
    patch(key, { phase: 'sending', share: 0, error: null })
    void send(key, item.file)
  }

  return { items, add, cancel, retry, isBusy: useIsBusy(items) }
}

function newUpload(file: File): FileUpload {
  return { key: crypto.randomUUID(), file, share: 0, phase: 'sending', error: null }
}

/** The list as it is shown. */
function useUploadItems() {
  const [items, setItems] = useState<readonly FileUpload[]>([])
  const append = (added: readonly FileUpload[]) => setItems((current) => [...current, ...added])
  const patch = (key: string, change: Partial<FileUpload>) =>
    setItems((current) => current.map((item) => (item.key === key ? { ...item, ...change } : item)))
  const remove = (key: string) => setItems((current) => current.filter((item) => item.key !== key))
  return { items, append, patch, remove }
}

/** Sends one file and tells the list how it goes; what is under way, or still waits for its turn, ends with the page. */
function useSending(
  unitId: UnitId,
  ensureReport: () => Promise<ReportId>,
  { patch, remove }: Pick<ReturnType<typeof useUploadItems>, 'patch' | 'remove'>,
) {
  const controllers = useRef(new Map<string, AbortController>())
  const isLeft = useRef(false)
  const { mutateAsync } = useAddFileEvidence()

  const send = async (key: string, file: File) => {
    if (isLeft.current) return
    const controller = new AbortController()
    controllers.current.set(key, controller)
    try {
      const reportId = await ensureReport()
      const title = titleOfFile(file.name, dateTimeInTable(new Date()))
      const onProgress = (share: number) => patch(key, { share })
      await mutateAsync({ unitId, reportId, title, file, onProgress, signal: controller.signal })
      remove(key)
    } catch (error) {
      if (isCancelled(error)) remove(key)
      else patch(key, { phase: 'failed', error })
    } finally {
      controllers.current.delete(key)
    }
  }

  useEffect(() => {
    const running = controllers.current
    isLeft.current = false
    return () => {
      isLeft.current = true
      for (const controller of running.values()) controller.abort()
    }
  }, [])

  return { send, abort: (key: string) => controllers.current.get(key)?.abort() }
}

/** A question that stays the same while the answer changes, for those who ask when the page is left. */
function useIsBusy(items: readonly FileUpload[]): () => boolean {
  const busy = useRef(false)
  useEffect(() => {
    busy.current = items.length > 0
  })
  return useCallback(() => busy.current, [])
}
