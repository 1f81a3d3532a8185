import { useSignUp } from '@/data/accounts/mutations'
import { passwordRuleInWords } from '@/domain/permissions/password-rule'
import { FormError } from '@/ui/FormError'
import { Button, Form, Input } from 'antd'
import { displayNameRules, emailRules, newPasswordRules } from './form-rules'
import styles from './accounts.module.css'

interface SignUpFields {
  readonly displayName: string
  readonly email: string
  readonly password: string
}

/** Name, e-mail address and password of a new account. */
export function SignUpForm({ code, onSignedIn }: { readonly code: string; readonly onSignedIn: () => void }) {
  const signUp = useSignUp()
  return (
    <Form<SignUpFields>
      layout="vertical"
      requiredMark={false}
      className={styles.form ?? ''}
      disabled={signUp.isPending}
      onFinish={(fields) => signUp.mutate({ code, ...fields }, { onSuccess: onSignedIn })}
    >
      <Form.Item label="姓名" name="displayName" rules={displayNameRules} validateTrigger="onBlur">
        <Input autoFocus autoComplete="name" size="large" />
      </Form.Item>
      <Form.Item label="邮箱" name="email" extra="用它登录" rules={emailRules} validateTrigger="onBlur">
        <Input autoComplete="username" inputMode="email" size="large" />
      </Form.Item>
      <Form.Item
        label={`密码（${passwordRuleInWords}）`}
        name="password"
        rules={newPasswordRules}
        validateTrigger="onBlur"
      >
        <Input.Password autoComplete="new-password" size="large" />
      </Form.Item>
      <FormError error={signUp.error} />
      <Button type="primary" htmlType="submit" size="large" block loading={signUp.isPending}>
        注册并登录
      </Button>
    </Form>
  )
}
