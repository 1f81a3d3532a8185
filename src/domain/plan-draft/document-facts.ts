import { planKindVocabulary } from '../plans/plan-kind-vocabulary'
import { yearsOfPlan } from '../plans/years-in-words'
import type { DraftDocument } from './plan-draft'

/** What a plan's document says of itself, in a line; what it does not say is left out. */
export function documentInWords(document: DraftDocument): string {
  const { kind, issuingBody, documentNumber, documentDate } = document
  const date = documentDate === null ? null : `${documentDate} 成文`
  const facts = [planKindVocabulary.label(kind), yearsOfPlan(document), issuingBody, documentNumber, date]
  return facts.filter((fact) => fact !== null && fact !== '').join(' · ')
}
