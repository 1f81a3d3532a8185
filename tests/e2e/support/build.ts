import { build } from 'vite'
import { browserTrouble } from './browser-trouble'

/** Builds the app once before the journeys, so that each server starts at once; without a browser there is no need to. */
export default async function buildApp(): Promise<void> {
  const trouble = await browserTrouble()
  if (trouble !== undefined) throw new Error(trouble)
  await build({ logLevel: 'warn' })
}
