import { useState } from 'react'

/** What is wrong with a value, in words; null when nothing is. */
export type FieldProblem = (value: string) => string | null

/** Text fields of a form: their values, and what is wrong with them once they were left or the form was sent. */
export function useFields<Name extends string>(
  problems: Readonly<Record<Name, FieldProblem>>,
  initial: Partial<Record<Name, string>> = {},
) {
  const names = Object.keys(problems) as Name[]
  const start = Object.fromEntries(names.map((name) => [name, initial[name] ?? ''])) as Record<Name, string>
  const [values, setValues] = useState(start)
  const [checked, setChecked] = useState<ReadonlySet<Name>>(new Set())
  return {
    field: (name: Name) => ({
      value: values[name],
      problem: checked.has(name) ? problems[name](values[name]) : null,
      onChange: (value: string) => setValues({ ...values, [name]: value }),
      // An empty field that is only passed by is no mistake yet.
      onBlur: () => setChecked(values[name] === '' ? checked : new Set([...checked, name])),
    }),
    /** Hands the values over when nothing is wrong; else every field says what is. */
    submit: (send: (values: Readonly<Record<Name, string>>) => void) => (event: React.SyntheticEvent) => {
      event.preventDefault()
      setChecked(new Set(names))
      if (names.every((name) => problems[name](values[name]) === null)) send(values)
    },
    clear: () => {
      setValues(start)
      setChecked(new Set())
    },
  }
}
