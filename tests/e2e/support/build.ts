import { build } from 'vite'

/** Builds the app once before the journeys, so that each server starts at once. */
export default async function buildApp(): Promise<void> {
  await build({ logLevel: 'warn' })
}
