import { useSignIn } from '@/data/accounts/mutations'
import { isSetUpOptions } from '@/data/accounts/queries'
import { getDemoAccounts } from '@/data/client'
import { paths } from '@/domain/addresses/paths'
import { FormError } from '@/ui/FormError'
import { useQuery } from '@tanstack/react-query'
import { Button, Form, Input } from 'antd'
import { Link } from 'react-router'
import styles from './accounts.module.css'
import { DemoAccounts } from './DemoAccounts'
import { emailRules } from './form-rules'
import { SignedOutHeading } from './SignedOutHeading'

interface SignInPageProps {
  /** Why somebody who was signed in has to sign in again, in words. */
  readonly reason: string | null
  readonly onSignedIn: () => void
}

interface Credentials {
  readonly email: string
  readonly password: string
}

/** Signing in by e-mail address and password. */
export function SignInPage({ reason, onSignedIn }: SignInPageProps) {
  const signIn = useSignIn()
  const enter = (credentials: Credentials) => signIn.mutate(credentials, { onSuccess: onSignedIn })
  return (
    <>
      <SignedOutHeading title="登录" />
      {reason === null ? null : (
        <p role="status" className={styles.notice}>
          {reason}
        </p>
      )}
      <FirstRunNotice />
      <Form<Credentials> layout="vertical" requiredMark={false} onFinish={enter} disabled={signIn.isPending}>
        <Form.Item label="邮箱" name="email" rules={emailRules} validateTrigger="onBlur">
          <Input autoFocus autoComplete="username" inputMode="email" size="large" />
        </Form.Item>
        <Form.Item label="密码" name="password" rules={[{ required: true, message: '请填写密码' }]}>
          <Input.Password autoComplete="current-password" size="large" />
        </Form.Item>
        <FormError error={signIn.error} />
        <Button type="primary" htmlType="submit" size="large" block loading={signIn.isPending}>
          登录
        </Button>
      </Form>
      <p className={styles.foot}>
        没有账号或忘记密码，请联系政务公开办。有邀请码可以<Link to={paths.invitation.to()}>注册账号</Link>。
      </p>
      <DemoAccounts accounts={getDemoAccounts()} isBusy={signIn.isPending} onChoose={enter} />
    </>
  )
}

/** Leads to setting up while nobody has an account yet. */
function FirstRunNotice() {
  const { data: isSetUp } = useQuery(isSetUpOptions())
  if (isSetUp !== false) return null
  return (
    <p role="status" className={styles.notice}>
      系统还没有账号。请先<Link to={paths.setUp.to()}>完成首次设置</Link>。
    </p>
  )
}
