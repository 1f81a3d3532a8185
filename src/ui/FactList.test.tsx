import { screen } from '@testing-library/react'
import { expect, it } from 'vitest'
import { renderPage } from '../../tests/support/render-page'
import { Fact, FactList } from './FactList'

it('names each value by its label and leaves out what is not known', () => {
  renderPage(
    <FactList label="计划">
      <Fact label="文号">{null}</Fact>
      <Fact label="发文机关">{''}</Fact>
      <Fact label="预警">{0}</Fact>
    </FactList>,
  )
  expect(screen.getAllByRole('term').map((term) => term.textContent)).toEqual(['预警'])
  expect(screen.getByRole('definition').textContent).toBe('0')
})
