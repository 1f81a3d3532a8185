import { screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { describe, expect, it, vi } from 'vitest'
import { renderPage } from '../../../tests/support/render-page'
import { Choice } from './Choice'

const choices = [
  { value: 'a', label: '甲单位' },
  { value: 'b', label: '乙单位' },
]
const many = Array.from({ length: 40 }, (_, index) => ({ value: `u${index}`, label: `第${index}单位` }))

describe('a choice among few', () => {
  it('is found by its label and answers what was chosen', async () => {
    const onChange = vi.fn()
    renderPage(<Choice label="单位" all="全部单位" value="" choices={choices} onChange={onChange} />)
    await userEvent.selectOptions(screen.getByRole('combobox', { name: '单位' }), '乙单位')
    expect(onChange).toHaveBeenCalledWith('b')
  })
  it('can be taken back', async () => {
    const onChange = vi.fn()
    renderPage(<Choice label="单位" all="全部单位" value="b" choices={choices} onChange={onChange} />)
    await userEvent.selectOptions(screen.getByRole('combobox', { name: '单位' }), '全部单位')
    expect(onChange).toHaveBeenCalledWith('')
  })
  it('shows no bare id while the names are fetched', () => {
    renderPage(<Choice label="单位" all="全部单位" value="b" choices={undefined} onChange={() => undefined} />)
    expect(screen.getByRole('combobox')).toHaveProperty('selectedOptions.0.text', '全部单位')
  })
})

describe('a choice among many', () => {
  it('says what is chosen before anybody reaches for it', () => {
    renderPage(<Choice label="单位" all="全部单位" value="u7" choices={many} onChange={() => undefined} />)
    expect(screen.getByRole('combobox')).toHaveProperty('selectedOptions.0.text', '第7单位')
  })
  it('is opened by mouse or keyboard and found by typing', async () => {
    const onChange = vi.fn()
    renderPage(<Choice label="单位" all="全部单位" value="" choices={many} onChange={onChange} />)
    await userEvent.tab()
    const box = await screen.findByRole('combobox', { name: '单位', expanded: true })
    expect(document.activeElement).toBe(box)
    await userEvent.keyboard('27')
    await userEvent.click(await screen.findByText('第27单位'))
    expect(onChange).toHaveBeenCalledWith('u27')
  })
})
