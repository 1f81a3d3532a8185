import { useChangePassword, useSetDisplayName } from '@/data/accounts/mutations'
import { useCurrentAccount } from '@/data/accounts/use-current-account'
import { passwordRuleInWords } from '@/domain/permissions/password-rule'
import { roleVocabulary } from '@/domain/permissions/role-vocabulary'
import { FormError } from '@/ui/FormError'
import { PageHeader } from '@/ui/PageHeader'
import { Paper } from '@/ui/Paper'
import { App, Button, Form, Input } from 'antd'
import styles from './accounts.module.css'
import { displayNameRules, newPasswordRules } from './form-rules'
import { PasswordResetList } from './PasswordResetList'

/** One's own account: who the system takes one for, one's name and password. */
export function MyAccountPage() {
  const account = useCurrentAccount()
  return (
    <>
      <PageHeader title="我的账号" />
      <Paper title="身份">
        <dl className={styles.facts}>
          <dt>角色</dt>
          <dd>{roleVocabulary.label(account.role)}</dd>
          {account.unitName === null ? null : (
            <>
              <dt>单位</dt>
              <dd>{account.unitName}</dd>
            </>
          )}
          <dt>邮箱</dt>
          <dd>{account.email}</dd>
        </dl>
        <NameForm displayName={account.displayName} />
      </Paper>
      <Paper title="修改密码">
        <PasswordForm email={account.email} />
      </Paper>
      <Paper title="密码重置记录">
        <PasswordResetList />
      </Paper>
    </>
  )
}

function NameForm({ displayName }: { readonly displayName: string }) {
  const { message } = App.useApp()
  const setName = useSetDisplayName()
  return (
    <Form<{ displayName: string }>
      className={styles.narrow}
      layout="vertical"
      requiredMark={false}
      initialValues={{ displayName }}
      onFinish={(fields) => setName.mutate(fields.displayName, { onSuccess: () => void message.success('姓名已保存') })}
    >
      <Form.Item
        label="姓名"
        name="displayName"
        extra="填报和审核记录中显示"
        rules={displayNameRules}
        validateTrigger="onBlur"
      >
        <Input autoComplete="name" />
      </Form.Item>
      <FormError error={setName.error} />
      <Button htmlType="submit" loading={setName.isPending}>
        保存姓名
      </Button>
    </Form>
  )
}

interface PasswordFields {
  readonly currentPassword: string
  readonly newPassword: string
}

function PasswordForm({ email }: { readonly email: string }) {
  const { message } = App.useApp()
  const [form] = Form.useForm<PasswordFields>()
  const change = useChangePassword()
  const submit = (fields: PasswordFields) =>
    change.mutate(
      { email, ...fields },
      {
        onSuccess: () => {
          form.resetFields()
          void message.success('密码已修改')
        },
      },
    )
  return (
    <Form<PasswordFields>
      className={styles.narrow}
      form={form}
      layout="vertical"
      requiredMark={false}
      onFinish={submit}
    >
      {/* Password managers need to know whose password this is. */}
      <input type="text" autoComplete="username" value={email} readOnly hidden />
      <Form.Item label="当前密码" name="currentPassword" rules={[{ required: true, message: '请填写当前密码' }]}>
        <Input.Password autoComplete="current-password" />
      </Form.Item>
      <Form.Item
        label={`新密码（${passwordRuleInWords}）`}
        name="newPassword"
        rules={newPasswordRules}
        validateTrigger="onBlur"
      >
        <Input.Password autoComplete="new-password" />
      </Form.Item>
      <FormError error={change.error} />
      <Button htmlType="submit" loading={change.isPending}>
        修改密码
      </Button>
    </Form>
  )
}
