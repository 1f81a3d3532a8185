/** Cache keys of units. */
export const unitKeys = {
  all: ['units'] as const,
  options: () => [...unitKeys.all, 'options'] as const,
  directory: () => [...unitKeys.all, 'directory'] as const,
}
