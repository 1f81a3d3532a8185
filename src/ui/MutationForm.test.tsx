import { screen, waitFor } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { Form } from 'antd'
import Input from 'antd/es/input/Input'
import { useState } from 'react'
import { expect, it, vi } from 'vitest'
import { renderPage } from '../../tests/support/render-page'
import { ConfirmWithReason } from './ConfirmWithReason'
import { DetailDrawer } from './DetailDrawer'
import { MutationForm } from './MutationForm'

interface Values {
  readonly name: string
}

/** A drawer with the form in it, as the units' editor has it. */
function renderDrawer(onSave: (values: Values) => Promise<unknown>, onClose = vi.fn()) {
  renderPage(
    <DetailDrawer isOpen title="单位" onClose={onClose}>
      <MutationForm<Values> initialValues={{ name: '旧' }} actionLabel="保存" savedWords="已保存" onSave={onSave}>
        <Form.Item name="name" label="名称">
          <Input />
        </Form.Item>
      </MutationForm>
    </DetailDrawer>,
  )
  return onClose
}

const field = () => screen.getByRole('textbox', { name: '名称' })
const save = () => userEvent.click(screen.getByRole('button', { name: '保存' }))

it('writes what was filled in, says so and closes the drawer around it without asking', async () => {
  const onSave = vi.fn(async () => undefined)
  const onClose = renderDrawer(onSave)
  await userEvent.type(field(), '名')
  await save()
  expect(onSave).toHaveBeenCalledWith({ name: '旧名' })
  await waitFor(() => expect(onClose).toHaveBeenCalledOnce())
  expect(await screen.findByText('已保存')).toBeDefined()
})

it('keeps what was filled in and says in its place why it was not saved', async () => {
  const onClose = renderDrawer(() => Promise.reject(new Error('no')))
  await userEvent.type(field(), '名')
  await save()
  expect((await screen.findByRole('alert')).textContent).not.toBe('')
  expect(field()).toHaveProperty('value', '旧名')
  expect(onClose).not.toHaveBeenCalled()
})

it('is not sent twice while it is being saved', async () => {
  let finish = () => undefined
  const onSave = vi.fn(() => new Promise<undefined>((resolve) => (finish = () => void resolve(undefined))))
  renderDrawer(onSave)
  await userEvent.type(field(), '名{Enter}{Enter}')
  expect(onSave).toHaveBeenCalledOnce()
  finish()
})

it('makes the drawer ask before typed words are lost', async () => {
  const onClose = renderDrawer(async () => undefined)
  const close = () => userEvent.click(screen.getByRole('button', { name: /^(Close|关闭)$/ }))
  await userEvent.type(field(), '名')
  await close()
  expect(await screen.findAllByText('放弃未保存的修改？')).not.toEqual([])
  expect(onClose).not.toHaveBeenCalled()
})

const theQuestion = () => screen.queryAllByText('放弃未保存的修改？')

it('asks once: Escape says no to the question and asks nothing anew', async () => {
  const onClose = renderDrawer(async () => undefined)
  await userEvent.type(field(), '名')
  await userEvent.keyboard('{Escape}')
  await waitFor(() => expect(theQuestion()).toHaveLength(1))
  screen.getByRole('button', { name: '继续填写' }).focus()
  await userEvent.keyboard('{Escape}')
  await waitFor(() => expect(theQuestion()).toEqual([]))
  await new Promise((resolve) => setTimeout(resolve, 50))
  expect(theQuestion()).toEqual([])
  expect(onClose).not.toHaveBeenCalled()
})

it('keeps what is typed while it is being saved', async () => {
  let finish = () => undefined
  const onClose = renderDrawer(() => new Promise<undefined>((resolve) => (finish = () => void resolve(undefined))))
  await userEvent.type(field(), '名')
  await save()
  await userEvent.type(field(), '称')
  finish()
  expect(await screen.findByText('已保存')).toBeDefined()
  expect(field()).toHaveProperty('value', '旧名称')
  expect(onClose).not.toHaveBeenCalled()
})

it('closes nothing that was opened after it', async () => {
  let finish = () => undefined
  const onClose = renderDrawer(() => new Promise<undefined>((resolve) => (finish = () => void resolve(undefined))))
  await userEvent.type(field(), '名')
  await save()
  await userEvent.click(screen.getByRole('button', { name: /^(Close|关闭)$/ }))
  await userEvent.click(await screen.findByRole('button', { name: '放弃' }))
  expect(onClose).toHaveBeenCalledOnce()
  finish()
  expect(await screen.findByText('已保存')).toBeDefined()
  expect(onClose).toHaveBeenCalledOnce()
})

it('asks before the page is left, and stays when told so', async () => {
  const { router } = renderPage(
    <DetailDrawer isOpen title="单位" onClose={() => undefined}>
      <MutationForm<Values> actionLabel="保存" onSave={async () => undefined}>
        <Form.Item name="name" label="名称">
          <Input />
        </Form.Item>
      </MutationForm>
    </DetailDrawer>,
    { address: '/units', pattern: '/units', otherRoutes: [{ path: '/plans', element: <p>计划页</p> }] },
  )
  await userEvent.type(field(), '名')
  void router.navigate('/plans')
  await userEvent.click(await screen.findByRole('button', { name: '留在这里' }))
  expect(field()).toHaveProperty('value', '名')
  void router.navigate('/plans')
  await userEvent.click(await screen.findByRole('button', { name: '仍要离开' }))
  expect(await screen.findByText('计划页')).toBeDefined()
})

it('starts afresh when the drawer turns to another', async () => {
  function Units() {
    const [subject, setSubject] = useState('甲')
    return (
      <>
        <button onClick={() => setSubject('乙')}>乙</button>
        <DetailDrawer isOpen title={subject} subject={subject} onClose={() => undefined}>
          <MutationForm<Values> actionLabel="保存" onSave={async () => undefined}>
            <Form.Item name="name" label="名称">
              <Input />
            </Form.Item>
          </MutationForm>
        </DetailDrawer>
      </>
    )
  }
  renderPage(<Units />)
  await userEvent.type(field(), '甲的别名')
  screen.getByText('乙', { selector: 'button' }).click()
  await waitFor(() => expect(field()).toHaveProperty('value', ''))
})

it('asks for what was typed beside it, not for what it has saved', async () => {
  const onClose = vi.fn()
  const nameField = (label: string) => (
    <Form.Item name="name" label={label}>
      <Input />
    </Form.Item>
  )
  renderPage(
    <DetailDrawer isOpen title="单位" onClose={onClose}>
      <MutationForm<Values> name="unit" actionLabel="保存" onSave={async () => undefined}>
        {nameField('名称')}
      </MutationForm>
      <MutationForm<Values> name="alias" actionLabel="添加" onSave={async () => undefined} onDone={() => undefined}>
        {nameField('别名')}
      </MutationForm>
    </DetailDrawer>,
  )
  await userEvent.type(screen.getByRole('textbox', { name: '别名' }), '教育局')
  await userEvent.type(field(), '名')
  await save()
  expect(await screen.findByText('放弃未保存的修改？')).toBeDefined()
  await userEvent.click(screen.getByRole('button', { name: '继续填写' }))
  expect(onClose).not.toHaveBeenCalled()
  await userEvent.click(screen.getByRole('button', { name: '添加' }))
  await userEvent.click(screen.getByRole('button', { name: /^(Close|关闭)$/ }))
  await waitFor(() => expect(onClose).toHaveBeenCalledOnce())
})

it('leaves the drawer open when a question over it is answered', async () => {
  const onClose = vi.fn()
  const onAnswered = vi.fn()
  renderPage(
    <DetailDrawer isOpen title="任务" onClose={onClose}>
      <ConfirmWithReason
        isOpen
        title="取消分工？"
        actionLabel="取消分工"
        isReasonRequired={false}
        onConfirm={async () => undefined}
        onClose={onAnswered}
      />
    </DetailDrawer>,
  )
  await userEvent.click(await screen.findByRole('button', { name: '取消分工' }))
  await waitFor(() => expect(onAnswered).toHaveBeenCalledOnce())
  expect(onClose).not.toHaveBeenCalled()
})
