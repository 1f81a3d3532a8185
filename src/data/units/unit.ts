import type { UnitAliasId, UnitGroupId, UnitId } from '@/domain/ids'
import type { LocalDate } from '@/domain/local-date/local-date'
import type { UnitKind } from '@/domain/units/unit-kind-vocabulary'

/** A unit as a picker shows it. */
export interface UnitOption {
  readonly id: UnitId
  readonly name: string
  readonly kind: UnitKind
}

/** Another way a document writes a unit. */
export interface UnitAlias {
  readonly id: UnitAliasId
  readonly alias: string
}

/** A unit with everything it is known by. */
export interface Unit extends UnitOption {
  readonly parentId: UnitId | null
  /** The day from which it takes no new tasks; null while it exists. */
  readonly retiredOn: LocalDate | null
  /** The unit that this one turned out to be. */
  readonly mergedInto: UnitId | null
  readonly aliases: readonly UnitAlias[]
}

/** A collective name such as 各街道, and the units it stands for today. */
export interface UnitGroup {
  readonly id: UnitGroupId
  readonly name: string
  readonly memberIds: readonly UnitId[]
  readonly aliases: readonly UnitAlias[]
}

/** Every unit, retired ones too, and every group. */
export interface UnitDirectory {
  readonly units: readonly Unit[]
  readonly groups: readonly UnitGroup[]
}
