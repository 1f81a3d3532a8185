import { userMessage } from '@/data/error-messages'
import { AppError } from '@/data/errors'
import { passwordProblem } from '@/domain/permissions/password-rule'
import type { FieldProblem } from '@/ui/plain/use-fields'

const LONGEST_NAME = 40

/** Something must be there, whatever it is. */
export const mustBeGiven =
  (what: string): FieldProblem =>
  (value) =>
    value.trim() === '' ? `请填写${what}` : null

/** An e-mail address is needed and must look like one. */
export const emailProblem: FieldProblem = (value) =>
  mustBeGiven('邮箱')(value) ?? (/^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(value.trim()) ? null : '邮箱地址不对')

/** A name is needed: reports and reviews show it. */
export const displayNameProblem: FieldProblem = (value) =>
  mustBeGiven('姓名')(value) ?? ([...value.trim()].length > LONGEST_NAME ? `姓名须在 ${LONGEST_NAME} 个字以内` : null)

/** A new password must keep the rule that is shown beside its field. */
export const newPasswordProblem: FieldProblem = (value) => {
  if (value === '') return '请填写密码'
  const problem = passwordProblem(value)
  return problem === null ? null : userMessage(new AppError(problem))
}
