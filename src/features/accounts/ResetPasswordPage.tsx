import { useResetPassword } from '@/data/accounts/mutations'
import { resetCodeOptions } from '@/data/accounts/queries'
import { userMessage } from '@/data/error-messages'
import { AppError } from '@/data/errors'
import { paths } from '@/domain/addresses/paths'
import { passwordRuleInWords } from '@/domain/permissions/password-rule'
import { ErrorMessage } from '@/ui/ErrorMessage'
import { FormError } from '@/ui/FormError'
import { QueryState } from '@/ui/QueryState'
import { useQuery } from '@tanstack/react-query'
import { Button, Form, Input } from 'antd'
import { useState } from 'react'
import { Link } from 'react-router'
import styles from './accounts.module.css'
import { CodeForm } from './CodeForm'
import { newPasswordRules } from './form-rules'
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
  if (reset.isSuccess) {
    return (
      <p role="status" className={styles.notice}>
        密码已重设，其他设备上的登录已退出。请<Link to={paths.signIn.to()}>用新密码登录</Link>。
      </p>
    )
  }
  return (
    <Form<{ newPassword: string }>
      layout="vertical"
      requiredMark={false}
      disabled={reset.isPending}
      onFinish={({ newPassword }) => reset.mutate({ code, newPassword })}
    >
      <Form.Item
        label={`新密码（${passwordRuleInWords}）`}
        name="newPassword"
        rules={newPasswordRules}
        validateTrigger="onBlur"
      >
        <Input.Password autoFocus autoComplete="new-password" size="large" />
      </Form.Item>
      <FormError error={reset.error} />
      <Button type="primary" htmlType="submit" size="large" block loading={reset.isPending}>
        重设密码
      </Button>
    </Form>
  )
}
