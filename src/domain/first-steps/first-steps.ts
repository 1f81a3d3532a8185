import { paths, withSearch } from '../addresses/paths'
import type { PlanId } from '../ids'

/** What is there already; a step is done by what it made, never by a click. */
export interface FirstStepFacts {
  readonly plans: number
  readonly issuedPlans: number
  /** The draft that was changed last. */
  readonly draftPlanId: PlanId | null
  /** The names of that draft that stand for no unit yet. */
  readonly unresolvedNames: number
  readonly units: number
  /** Units without an account that nobody was ever invited for. */
  readonly uninvitedUnits: number
}

/** One step after set-up, as a line with its action. */
export interface FirstStep {
  readonly name: string
  readonly isDone: boolean
  /** What is left, or what it is for. */
  readonly words: string
  /** Where it is done; null while an earlier step has to come first. */
  readonly action: { readonly label: string; readonly path: string } | null
}

/** The three steps from set-up to units that can report, in order. None is left when all are done. */
export function firstSteps(facts: FirstStepFacts): readonly FirstStep[] {
  const steps = [importStep(facts), checkStep(facts), inviteStep(facts)]
  return steps.every(({ isDone }) => isDone) ? [] : steps
}

function importStep({ plans }: FirstStepFacts): FirstStep {
  return {
    name: '导入计划',
    isDone: plans > 0,
    words: '把工作要点或行动计划拖进来，分解成任务',
    action: { label: '导入计划文件', path: paths.planImport.to() },
  }
}

/** An issued plan has no name left that stands for nothing. */
function checkStep({ issuedPlans, draftPlanId, unresolvedNames }: FirstStepFacts): FirstStep {
  return {
    name: '核对单位',
    isDone: issuedPlans > 0 || (draftPlanId !== null && unresolvedNames === 0),
    words: unresolvedNames > 0 ? `文件里有 ${unresolvedNames} 个名称还没有对应的单位` : '文件里写的单位，逐个对上',
    action:
      draftPlanId === null
        ? null
        : { label: '去核对', path: withSearch(paths.planCheck.to(draftPlanId), { view: 'names' }) },
  }
}

function inviteStep({ units, uninvitedUnits }: FirstStepFacts): FirstStep {
  return {
    name: '发邀请',
    isDone: units > 0 && uninvitedUnits === 0,
    words: uninvitedUnits > 0 ? `${uninvitedUnits} 个单位还没有邀请，收到链接才能填报` : '各单位收到链接才能填报',
    action:
      uninvitedUnits === 0
        ? null
        : { label: '一次邀请', path: withSearch(paths.accounts.to(), { inviting: 'uninvited' }) },
  }
}
