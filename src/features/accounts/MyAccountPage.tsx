import { useChangePassword, useSetDisplayName } from '@/data/accounts/mutations'
import { useCurrentAccount } from '@/data/accounts/use-current-account'
import { passwordRuleInWords } from '@/domain/permissions/password-rule'
import { roleVocabulary } from '@/domain/permissions/role-vocabulary'
import { FormError } from '@/ui/FormError'
import { PageHeader } from '@/ui/PageHeader'
import { Paper } from '@/ui/Paper'
import { PlainButton } from '@/ui/plain/PlainButton'
import { TextField } from '@/ui/plain/TextField'
import { useFields } from '@/ui/plain/use-fields'
import { App } from 'antd'
import styles from './accounts.module.css'
import { displayNameProblem, mustBeGiven, newPasswordProblem } from './form-rules'
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
  const { field, submit } = useFields({ name: displayNameProblem }, { name: displayName })
  return (
    <form
      noValidate
      className={styles.narrow}
      onSubmit={submit(({ name }) => setName.mutate(name, { onSuccess: () => void message.success('姓名已保存') }))}
    >
      <TextField label="姓名" hint="填报和审核记录中显示" {...field('name')} autoComplete="name" />
      <FormError error={setName.error} />
      <PlainButton type="submit" isBusy={setName.isPending}>
        保存姓名
      </PlainButton>
    </form>
  )
}

function PasswordForm({ email }: { readonly email: string }) {
  const { message } = App.useApp()
  const change = useChangePassword()
  const { field, submit, clear } = useFields({
    currentPassword: mustBeGiven('当前密码'),
    newPassword: newPasswordProblem,
  })
  const finish = () => {
    clear()
    void message.success('密码已修改')
  }
  return (
    <form
      noValidate
      className={styles.narrow}
      onSubmit={submit((fields) => change.mutate({ email, ...fields }, { onSuccess: finish }))}
    >
      {/* Password managers need to know whose password this is. */}
      <input type="text" autoComplete="username" value={email} readOnly hidden />
      <TextField label="当前密码" {...field('currentPassword')} isPassword autoComplete="current-password" />
      <TextField
        label={`新密码（${passwordRuleInWords}）`}
        {...field('newPassword')}
        isPassword
        autoComplete="new-password"
      />
      <FormError error={change.error} />
      <PlainButton type="submit" isBusy={change.isPending}>
        修改密码
      </PlainButton>
    </form>
  )
}
