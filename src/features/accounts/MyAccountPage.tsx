import { useChangePassword, useSetDisplayName } from '@/data/accounts/mutations'
import { useCurrentAccount } from '@/data/accounts/use-current-account'
import { paths } from '@/domain/addresses/paths'
import { passwordRuleInWords } from '@/domain/permissions/password-rule'
import { roleVocabulary } from '@/domain/permissions/role-vocabulary'
import { Fact, FactList } from '@/ui/FactList'
import { MutationForm } from '@/ui/MutationForm'
import { PageHeader } from '@/ui/PageHeader'
import { Paper } from '@/ui/Paper'
import { Form } from 'antd'
import Input from 'antd/es/input/Input'
import Password from 'antd/es/input/Password'
import { Link } from 'react-router'
import styles from './accounts.module.css'
import { displayNameProblem, mustBeGiven, newPasswordProblem } from './form-rules'
import { ruleOf } from './rule-of'
import { PasswordResetList } from './PasswordResetList'

/** One's own account: who the system takes one for, one's name and password. */
export function MyAccountPage() {
  const account = useCurrentAccount()
  return (
    <>
      <PageHeader title="我的账号" />
      <Paper title="身份">
        <FactList>
          <Fact label="角色">{roleVocabulary.label(account.role)}</Fact>
          <Fact label="单位">
            {account.unitId === null ? null : <Link to={paths.unit.to(account.unitId)}>{account.unitName}</Link>}
          </Fact>
          <Fact label="邮箱">{account.email}</Fact>
        </FactList>
      </Paper>
      <Paper title="修改姓名">
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
  const { mutateAsync } = useSetDisplayName()
  return (
    <div className={styles.narrow}>
      <MutationForm<{ displayName: string }>
        initialValues={{ displayName }}
        actionLabel="保存姓名"
        isQuiet
        savedWords="姓名已保存"
        onSave={(fields) => mutateAsync(fields.displayName)}
      >
        <Form.Item
          label="姓名"
          name="displayName"
          extra="填报和审核记录中显示"
          rules={[ruleOf(displayNameProblem)]}
          validateTrigger="onBlur"
        >
          <Input autoComplete="name" />
        </Form.Item>
      </MutationForm>
    </div>
  )
}

interface PasswordFields {
  readonly currentPassword: string
  readonly newPassword: string
}

function PasswordForm({ email }: { readonly email: string }) {
  const [form] = Form.useForm<PasswordFields>()
  const { mutateAsync } = useChangePassword()
  return (
    <div className={styles.narrow}>
      <MutationForm<PasswordFields>
        form={form}
        actionLabel="修改密码"
        isQuiet
        savedWords="密码已修改"
        onSave={(fields) => mutateAsync({ email, ...fields })}
        onDone={() => form.resetFields()}
      >
        {/* Password managers need to know whose password this is. */}
        <input type="text" autoComplete="username" value={email} readOnly hidden />
        <Form.Item label="当前密码" name="currentPassword" rules={[ruleOf(mustBeGiven('当前密码'))]}>
          <Password autoComplete="current-password" />
        </Form.Item>
        <Form.Item
          label={`新密码（${passwordRuleInWords}）`}
          name="newPassword"
          rules={[ruleOf(newPasswordProblem)]}
          validateTrigger="onBlur"
        >
          <Password autoComplete="new-password" />
        </Form.Item>
      </MutationForm>
    </div>
  )
}
