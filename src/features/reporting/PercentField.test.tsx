import { fireEvent, screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { useState } from 'react'
import { beforeEach, expect, it } from 'vitest'
import { renderPage } from '../../../tests/support/render-page'
import { PercentField } from './PercentField'

let latest: number
function Example() {
  const [percent, setPercent] = useState(60)
  const change = (next: number) => {
    latest = next
    setPercent(next)
  }
  return <PercentField value={percent} onChange={change} approvedPercent={0} scheduledPercent={0} />
}
const figure = () => screen.getByRole('spinbutton', { name: '进度（%）' })
beforeEach(() => {
  latest = 60
  renderPage(<Example />)
})

it('takes whole percents between 0 and 100 alone', async () => {
  await userEvent.clear(figure())
  await userEvent.type(figure(), '150')
  expect([latest, figure()]).toEqual([100, expect.objectContaining({ value: '100' })])
  fireEvent.change(figure(), { target: { value: '-3' } })
  expect(latest).toBe(0)
  fireEvent.change(figure(), { target: { value: '33.6' } })
  expect([latest, figure()]).toEqual([34, expect.objectContaining({ value: '34' })])
})

it('stays empty while a new figure is on its way, and says 0 when it is left so', async () => {
  await userEvent.clear(figure())
  expect([latest, figure()]).toEqual([0, expect.objectContaining({ value: '' })])
  await userEvent.tab()
  expect(figure()).toHaveProperty('value', '0')
})

it('moves with the slider', () => {
  fireEvent.change(screen.getByRole('slider', { name: '进度滑块' }), { target: { value: '45' } })
  expect(figure()).toHaveProperty('value', '45')
})
