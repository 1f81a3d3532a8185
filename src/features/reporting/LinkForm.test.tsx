import { screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { expect, test, vi } from 'vitest'
import { reportId, unitId } from '../../../tests/support/ids'
import { renderPage } from '../../../tests/support/render-page'
import { EvidenceSection } from './EvidenceSection'

test('the form for a link comes into view as a whole, clear of what sticks to the foot of the page', async () => {
  const shown: Element[] = []
  vi.spyOn(Element.prototype, 'scrollIntoView').mockImplementation(function scroll(this: Element) {
    shown.push(this)
  })
  renderPage(
    <EvidenceSection
      unitId={unitId('u')}
      evidence={[]}
      last={null}
      reportId={null}
      ensureReport={() => Promise.resolve(reportId('r'))}
      uploads={{
        items: [],
        add: () => undefined,
        cancel: () => undefined,
        retry: () => undefined,
        isBusy: () => false,
      }}
      complaint={undefined}
      isNeeded={false}
    />,
  )
  await userEvent.click(screen.getByRole('button', { name: '添加链接' }))
  const form = await screen.findByRole('group', { name: '添加链接' })
  await vi.waitFor(() => expect(shown).toEqual([form]))
})
