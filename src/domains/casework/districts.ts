import type { Tx } from '#platform/tx.ts'

export interface District {
  id: string
  name: string
}

/** The parts of the municipality, as the directory knows them. */
export async function listDistricts(_tx: Tx): Promise<District[]> {
  return []
}
