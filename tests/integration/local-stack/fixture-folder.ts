import { fileURLToPath } from 'node:url'

/** A small schema for tests of the embedded stack itself. */
export const FIXTURE_MIGRATIONS = fileURLToPath(new URL('../../fixtures/local-stack/migrations', import.meta.url))
