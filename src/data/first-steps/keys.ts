/** Cache key of the first steps. */
export const firstStepKeys = { all: ['first-steps'] as const }
