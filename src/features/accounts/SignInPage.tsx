import { useSignIn } from '@/data/accounts/mutations'
import { isSetUpOptions } from '@/data/accounts/queries'
import { getDemoAccounts } from '@/data/client'
import { paths } from '@/domain/addresses/paths'
import { FormError } from '@/ui/FormError'
import { Notice } from '@/ui/Notice'
import { PlainButton } from '@/ui/plain/PlainButton'
import { TextField } from '@/ui/plain/TextField'
import { useFields } from '@/ui/plain/use-fields'
import { useQuery } from '@tanstack/react-query'
import { useEffect, useRef } from 'react'
import { Link } from 'react-router'
import styles from './accounts.module.css'
import { DemoAccounts } from './DemoAccounts'
import { emailProblem, mustBeGiven } from './form-rules'
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
  const { field, submit } = useFields({ email: emailProblem, password: mustBeGiven('密码') })
  const password = useRef<HTMLInputElement>(null)
  const enter = (credentials: Credentials) => signIn.mutate(credentials, { onSuccess: onSignedIn })
  useEffect(() => {
    if (signIn.error === null) return
    // It is the password that is typed anew; the button, disabled meanwhile, has lost the focus.
    password.current?.focus()
    password.current?.select()
  }, [signIn.error])
  return (
    <>
      <SignedOutHeading title="登录" />
      {reason === null ? null : <Notice role="status">{reason}</Notice>}
      <FirstRunNotice />
      <form noValidate onSubmit={submit(enter)}>
        <TextField label="邮箱" {...field('email')} autoFocus autoComplete="username" inputMode="email" />
        <TextField ref={password} label="密码" {...field('password')} isPassword autoComplete="current-password" />
        <FormError error={signIn.error} />
        <PlainButton isMain type="submit" isBusy={signIn.isPending}>
          登录
        </PlainButton>
      </form>
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
    <Notice role="status">
      系统还没有账号。请先<Link to={paths.setUp.to()}>完成首次设置</Link>。
    </Notice>
  )
}
