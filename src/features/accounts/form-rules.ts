import { userMessage } from '@/data/error-messages'
import { AppError } from '@/data/errors'
import { passwordProblem } from '@/domain/permissions/password-rule'
import type { FormRule } from 'antd'

/** An e-mail address is needed and must look like one. */
export const emailRules: FormRule[] = [
  { required: true, message: '请填写邮箱' },
  { type: 'email', message: '邮箱地址不对' },
]

/** A name is needed: reports and reviews show it. */
export const displayNameRules: FormRule[] = [
  { required: true, whitespace: true, message: '请填写姓名' },
  { max: 40, message: '姓名须在 40 个字以内' },
]

/** A new password must keep the rule that is shown beside its field. */
export const newPasswordRules: FormRule[] = [
  { required: true, message: '请填写密码' },
  {
    validator: (_rule, value: unknown) => {
      const problem = typeof value === 'string' && value !== '' ? passwordProblem(value) : null
      return problem === null ? Promise.resolve() : Promise.reject(new Error(userMessage(new AppError(problem))))
    },
  },
]
