import { cleanup, configure } from '@testing-library/react'
import { afterEach, vi } from 'vitest'
import { breakpoints } from '../../src/ui/breakpoints'

// Pages are fetched when they are first opened, which takes its time on a busy machine.
configure({ asyncUtilTimeout: 15_000 })
vi.setConfig({ testTimeout: 60_000 })

// What browsers have and jsdom lacks. Pages are wide unless a test says otherwise.
globalThis.matchMedia = (query: string) =>
  Object.assign(new EventTarget(), {
    matches: false,
    media: query,
    onchange: null,
    addListener: () => undefined,
    removeListener: () => undefined,
  })

globalThis.ResizeObserver = class {
  observe() {}
  unobserve() {}
  disconnect() {}
}

Element.prototype.scrollIntoView = () => undefined

HTMLDialogElement.prototype.showModal = function showModal() {
  this.open = true
  this.close = () => {
    this.open = false
  }
  // Before anything on the page hears of the key, as browsers do.
  const cancel = (event: KeyboardEvent) => {
    if (event.key === 'Escape' && this.isConnected) this.dispatchEvent(new Event('cancel', { cancelable: true }))
  }
  addEventListener('keydown', cancel, { capture: true })
}

// jsdom computes styles of pseudo-elements by throwing a notice; Ant Design only measures scroll bars with it.
const { getComputedStyle } = globalThis
globalThis.getComputedStyle = (element: Element) => getComputedStyle(element)

afterEach(() => {
  cleanup()
  vi.restoreAllMocks()
})

/** Makes the page as narrow as a phone for one test. */
export function pretendPhone(): void {
  pretendMedia('max-width')
}

/** Makes the page as tight as that of an old screen for one test. */
export function pretendTight(): void {
  pretendMedia(`max-width: ${breakpoints.tight}px`)
}

/** Lays the page out for paper until the test is over. */
export function pretendPaper(): void {
  pretendMedia('print')
}

function pretendMedia(words: string): void {
  vi.spyOn(globalThis, 'matchMedia').mockImplementation((query: string) =>
    Object.assign(new EventTarget(), {
      matches: query.includes(words),
      media: query,
      onchange: null,
      addListener: () => undefined,
      removeListener: () => undefined,
    }),
  )
}
