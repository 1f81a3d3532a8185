import { useAddUnitAlias, useDeleteUnitAlias, type AliasOwner } from '@/data/units/mutations'
import type { UnitAlias } from '@/data/units/queries'
import { FormError } from '@/ui/FormError'
import { MutationForm } from '@/ui/MutationForm'
import { Button, Form } from 'antd'
import Input from 'antd/es/input/Input'
import styles from './UnitSections.module.css'

interface AliasEditorProps {
  readonly aliases: readonly UnitAlias[]
  readonly owner: AliasOwner
}

/** The other names under which documents write a unit or a group. */
export function AliasEditor({ aliases, owner }: AliasEditorProps) {
  const [form] = Form.useForm<{ alias: string }>()
  const add = useAddUnitAlias()
  const remove = useDeleteUnitAlias()
  return (
    <section className={styles.section} aria-label="别名">
      <h3>别名</h3>
      <p className={styles.hint}>文件里的简称或旧称，导入时会认出来。</p>
      <ul>
        {aliases.map(({ id, alias }) => (
          <li key={id} className={styles.entry}>
            <span>{alias}</span>
            <Button
              size="small"
              aria-label={`删除别名${alias}`}
              loading={remove.isPending && remove.variables === id}
              onClick={() => remove.mutate(id)}
            >
              删除
            </Button>
          </li>
        ))}
      </ul>
      <FormError error={remove.error} />
      <MutationForm<{ alias: string }>
        name="alias"
        form={form}
        actionLabel="添加"
        isQuiet
        onSave={({ alias }) => add.mutateAsync({ alias, ...owner })}
        onDone={() => form.resetFields()}
      >
        <Form.Item name="alias" label="新别名" rules={[{ required: true, whitespace: true, message: '请填写别名' }]}>
          <Input maxLength={80} />
        </Form.Item>
      </MutationForm>
    </section>
  )
}
