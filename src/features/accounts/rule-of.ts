import type { FieldProblem } from '@/ui/plain/use-fields'
import type { FormRule } from 'antd'

/** What may be wrong with a value, as a rule of Ant Design's forms. */
export function ruleOf(problemOf: FieldProblem): FormRule {
  return {
    validator: (_rule, value: unknown) => {
      const problem = problemOf(typeof value === 'string' ? value : '')
      return problem === null ? Promise.resolve() : Promise.reject(new Error(problem))
    },
  }
}
