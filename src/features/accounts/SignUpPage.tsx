import type { SignUpCodeCheck } from '@/data/accounts/account'
import { signUpCodeOptions } from '@/data/accounts/queries'
import { userMessage } from '@/data/error-messages'
import { AppError } from '@/data/errors'
import { paths } from '@/domain/addresses/paths'
import { roleVocabulary } from '@/domain/permissions/role-vocabulary'
import { ErrorMessage } from '@/ui/ErrorMessage'
import { PlainButton } from '@/ui/plain/PlainButton'
import { QueryState } from '@/ui/QueryState'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { Link } from 'react-router'
import { CodeForm } from './CodeForm'
import { SignedOutHeading } from './SignedOutHeading'
import { SignUpForm } from './SignUpForm'

interface SignUpPageProps {
  /** The very first account by the server's code, or any other by an invitation. */
  readonly kind: 'set-up' | 'invitation'
  /** The code behind the link's hash; '' when it has to be typed. */
  readonly codeFromLink: string
  readonly onSignedIn: () => void
}

const words = {
  'set-up': {
    title: '首次设置',
    description: '为政务公开办建立第一个账号，之后由它邀请各单位。',
    codeLabel: '设置码',
    codeHint: '服务器首次启动时显示',
  },
  invitation: {
    title: '注册账号',
    description: '账号由政务公开办邀请开通。',
    codeLabel: '邀请码',
    codeHint: '在收到的邀请链接末尾',
  },
} as const

/** Makes an account by a single-use code, after saying what the code opens. */
export function SignUpPage({ kind, codeFromLink, onSignedIn }: SignUpPageProps) {
  const [code, setCode] = useState(codeFromLink)
  const query = useQuery(signUpCodeOptions(code))
  const { title, description, codeLabel, codeHint } = words[kind]
  return (
    <>
      <SignedOutHeading title={title} description={description} />
      {code === '' ? (
        <CodeForm label={codeLabel} hint={codeHint} onCode={setCode} />
      ) : (
        <QueryState query={query} errorTitle="没有核对成功">
          {(check) =>
            check.isValid ? (
              <>
                <p>{whatItOpens(check)}</p>
                <SignUpForm code={code} onSignedIn={onSignedIn} />
              </>
            ) : (
              <RefusedCode messageKey={problemKey(kind, check)} onRetype={() => setCode('')} />
            )
          }
        </QueryState>
      )}
    </>
  )
}

function whatItOpens(check: SignUpCodeCheck): string {
  if (check.isSetup || check.role === null) return '设置码有效。请填写您的账号信息。'
  const role = roleVocabulary.label(check.role)
  return check.unitName === null ? `您受邀以「${role}」身份使用系统。` : `您受邀代表「${check.unitName}」使用系统。`
}

function problemKey(kind: SignUpPageProps['kind'], check: SignUpCodeCheck): string {
  const problem = check.problem ?? 'unknown'
  if (check.isSetup) return 'set_up_code_used'
  return kind === 'set-up' && problem === 'unknown' ? 'set_up_code_unknown' : `sign_up_code_${problem}`
}

function RefusedCode({ messageKey, onRetype }: { readonly messageKey: string; readonly onRetype: () => void }) {
  return (
    <ErrorMessage
      title="不能用这个码注册"
      message={userMessage(new AppError(messageKey))}
      actions={
        <>
          <PlainButton onClick={onRetype}>重新输入</PlainButton>
          <Link to={paths.signIn.to()}>去登录</Link>
        </>
      }
    />
  )
}
