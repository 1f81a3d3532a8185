import { useResetPassword } from '@/data/accounts/mutations'
import { resetCodeOptions } from '@/data/accounts/queries'
import { userMessage } from '@/data/error-messages'
import { AppError } from '@/data/errors'
import { paths } from '@/domain/addresses/paths'
import { passwordRuleInWords } from '@/domain/permissions/password-rule'
import { ErrorMessage } from '@/ui/ErrorMessage'
import { FormError } from '@/ui/FormError'
import { Notice } from '@/ui/Notice'
import { PlainButton } from '@/ui/plain/PlainButton'
import { TextField } from '@/ui/plain/TextField'
import { useFields } from '@/ui/plain/use-fields'
import { QueryState } from '@/ui/QueryState'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { Link } from 'react-router'
import { CodeForm } from './CodeForm'
import { newPasswordProblem } from './form-rules'
import { SignedOutHeading } from './SignedOutHeading'

/** Sets a new password by the code of a link that the lead office handed out. */
export function ResetPasswordPage({ codeFromLink }: { readonly codeFromLink: string }) {
  const [code, setCode] = useState(codeFromLink)
  const query = useQuery(resetCodeOptions(code))
  return (
    <>
      <SignedOutHeading title="重设密码" />
      {code === '' ? (
        <CodeForm label="重置码" hint="在收到的重置链接末尾" onCode={setCode} />
      ) : (
        <QueryState query={query} errorTitle="没有核对成功">
          {(check) =>
            check.isValid ? (
              <NewPasswordForm code={code} />
            ) : (
              <RefusedCode messageKey={`reset_code_${check.problem ?? 'unknown'}`} />
            )
          }
        </QueryState>
      )}
    </>
  )
}

function RefusedCode({ messageKey }: { readonly messageKey: string }) {
  return (
    <ErrorMessage
      title="不能用这个链接重设密码"
      message={userMessage(new AppError(messageKey))}
      actions={<Link to={paths.signIn.to()}>去登录</Link>}
    />
  )
}

function NewPasswordForm({ code }: { readonly code: string }) {
  const reset = useResetPassword()
  const { field, submit } = useFields({ newPassword: newPasswordProblem })
  if (reset.isSuccess) {
    return (
      <Notice role="status">
        密码已重设，其他设备上的登录已退出。请<Link to={paths.signIn.to()}>用新密码登录</Link>。
      </Notice>
    )
  }
  return (
    <form noValidate onSubmit={submit(({ newPassword }) => reset.mutate({ code, newPassword }))}>
      <TextField
        label={`新密码（${passwordRuleInWords}）`}
        {...field('newPassword')}
        isPassword
        autoFocus
        autoComplete="new-password"
      />
      <FormError error={reset.error} />
      <PlainButton isMain type="submit" isBusy={reset.isPending}>
        重设密码
      </PlainButton>
    </form>
  )
}
