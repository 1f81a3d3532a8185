import type { Page } from '@playwright/test'

/** A finger's width: what is smaller is missed, or its neighbour is hit. */
export const LEAST_TARGET = 40

/**
 * Everything on a page that can be pressed and is smaller than a finger, in words. A target is as large as the place where
 * a press reaches it, which may be more than what is drawn; links in running text are as large as the text.
 */
export async function smallTargets(page: Page): Promise<string[]> {
  return await page.evaluate((least) => {
    const half = least / 2 - 1
    const isShown = (element: Element) =>
      element.checkVisibility({ visibilityProperty: true, opacityProperty: false }) &&
      element.getBoundingClientRect().width > 0 &&
      element.closest('[aria-hidden="true"]') === null
    /** The box that stands for a control: the label around a tick. */
    const boxOf = (element: Element) =>
      element.matches('[type=checkbox], [type=radio]') ? element.closest('label') : null
    const isHit = (element: Element, x: number, y: number) => {
      const found = document.elementFromPoint(x, y)
      const box = boxOf(element) ?? element
      return found !== null && (box.contains(found) || found.contains(element))
    }
    const pressed = [
      ...document.querySelectorAll(
        'a[href], button, input:not([type=hidden], [type=file]), select, textarea, [role=tab]',
      ),
    ]
    return pressed
      .filter((element) => isShown(element) && element.closest('p, figcaption, blockquote') === null)
      .filter((element) => !element.matches('a[href="#page"], :disabled'))
      .filter((element) => {
        element.scrollIntoView({ block: 'center', inline: 'center', behavior: 'instant' })
        const { left, top, width, height } = (boxOf(element) ?? element).getBoundingClientRect()
        const [x, y] = [left + width / 2, top + height / 2]
        const corners = [
          [x, y - half],
          [x, y + half],
          [x - half, y],
          [x + half, y],
        ] as const
        return !corners.every(([pointX, pointY]) => isHit(element, pointX, pointY))
      })
      .map((element) => {
        const { width, height } = element.getBoundingClientRect()
        const name = element.getAttribute('aria-label') ?? element.textContent.trim().slice(0, 20)
        return `${element.tagName.toLowerCase()} ${name} ${Math.round(width)}×${Math.round(height)}`
      })
  }, LEAST_TARGET)
}
