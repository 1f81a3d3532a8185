import { useAddUnitContact, useDeleteUnitContact, useUpdateUnitContact, type UnitContact } from '@/data/units/contacts'
import type { UnitId } from '@/domain/ids'
import { FormError } from '@/ui/FormError'
import { MutationForm } from '@/ui/MutationForm'
import { TextButton } from '@/ui/TextButton'
import { Form } from 'antd'
import Input from 'antd/es/input/Input'
import { useState } from 'react'
import { ContactText } from './ContactText'
import styles from './UnitSections.module.css'

interface ContactEditorProps {
  readonly unitId: UnitId
  readonly contacts: readonly UnitContact[]
}

/** Whom to ring in a unit: names and telephone numbers, kept by the lead office and the unit itself. */
export function ContactEditor({ unitId, contacts }: ContactEditorProps) {
  const [editing, setEditing] = useState<UnitContact | null>(null)
  const remove = useDeleteUnitContact()
  return (
    <>
      <ul>
        {contacts.map((contact) => (
          <li key={contact.id} className={styles.entry}>
            <ContactText contact={contact} />
            <span className="line">
              <TextButton aria-label={`修改${contact.name}`} onClick={() => setEditing(contact)}>
                修改
              </TextButton>
              <TextButton
                aria-label={`删除${contact.name}`}
                disabled={remove.isPending}
                onClick={() => remove.mutate(contact.id)}
              >
                删除
              </TextButton>
            </span>
          </li>
        ))}
      </ul>
      <FormError error={remove.error} />
      <ContactForm key={editing?.id ?? 'new'} unitId={unitId} editing={editing} onDone={() => setEditing(null)} />
    </>
  )
}

interface ContactWords {
  readonly name: string
  readonly phone: string
}

interface ContactFormProps {
  readonly unitId: UnitId
  /** Null adds one. */
  readonly editing: UnitContact | null
  readonly onDone: () => void
}

function ContactForm({ unitId, editing, onDone }: ContactFormProps) {
  const [form] = Form.useForm<ContactWords>()
  const add = useAddUnitContact()
  const update = useUpdateUnitContact()
  const save = (words: ContactWords): Promise<unknown> =>
    editing === null ? add.mutateAsync({ unitId, ...words }) : update.mutateAsync({ id: editing.id, ...words })
  return (
    <MutationForm<ContactWords>
      name="contact"
      form={form}
      isQuiet
      initialValues={editing === null ? { name: '', phone: '' } : { name: editing.name, phone: editing.phone }}
      actionLabel={editing === null ? '添加联系人' : '保存'}
      onSave={save}
      onDone={() => {
        form.resetFields()
        onDone()
      }}
      {...(editing === null ? {} : { onCancel: onDone })}
    >
      <Form.Item name="name" label="联系人" rules={[{ required: true, whitespace: true, message: '请填写联系人姓名' }]}>
        <Input maxLength={40} />
      </Form.Item>
      <Form.Item
        name="phone"
        label="电话"
        extra="手机、座机或短号，如 0578-1234567 转 801"
        rules={[{ required: true, whitespace: true, message: '请填写电话' }]}
      >
        <Input maxLength={30} inputMode="tel" />
      </Form.Item>
    </MutationForm>
  )
}
