import { useSignUp } from '@/data/accounts/mutations'
import { passwordRuleInWords } from '@/domain/permissions/password-rule'
import { FormError } from '@/ui/FormError'
import { PlainButton } from '@/ui/plain/PlainButton'
import { TextField } from '@/ui/plain/TextField'
import { useFields } from '@/ui/plain/use-fields'
import { displayNameProblem, emailProblem, newPasswordProblem } from './form-rules'

/** Name, e-mail address and password of a new account. */
export function SignUpForm({ code, onSignedIn }: { readonly code: string; readonly onSignedIn: () => void }) {
  const signUp = useSignUp()
  const { field, submit } = useFields({
    displayName: displayNameProblem,
    email: emailProblem,
    password: newPasswordProblem,
  })
  return (
    <form noValidate onSubmit={submit((fields) => signUp.mutate({ code, ...fields }, { onSuccess: onSignedIn }))}>
      <TextField label="姓名" {...field('displayName')} autoFocus autoComplete="name" />
      <TextField label="邮箱" hint="用它登录" {...field('email')} autoComplete="username" inputMode="email" />
      <TextField
        label={`密码（${passwordRuleInWords}）`}
        {...field('password')}
        isPassword
        autoComplete="new-password"
      />
      <FormError error={signUp.error} />
      <PlainButton isMain type="submit" isBusy={signUp.isPending}>
        注册并登录
      </PlainButton>
    </form>
  )
}
