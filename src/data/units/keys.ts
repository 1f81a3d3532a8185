/** Cache keys of units. */
export const unitKeys = {
  all: ['units'] as const,
  options: () => [...unitKeys.all, 'options'] as const,
  namedGroups: () => [...unitKeys.all, 'named-groups'] as const,
  directory: () => [...unitKeys.all, 'directory'] as const,
}
