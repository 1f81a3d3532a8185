/** Units and unit groups. */
export { UnitListPage as Component } from '@/features/units/UnitListPage'
