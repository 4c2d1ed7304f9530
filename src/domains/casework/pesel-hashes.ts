import type { Tx } from '#platform/tx.ts'

/** Seals a PESEL for a person's record and for a report alike, so that it can be taken over without being read. */
export const peselPurpose = 'pesel'

/**
 * The hashes of a sealed PESEL by every key of the installation, the newest first: while keys are being changed, rows
 * stand under either, and the same number must still be known as the same.
 */
export const peselHashes = ({ sealer }: Tx, sealed: Buffer | null | undefined): Buffer[] =>
  sealed ? sealer.hashes(peselPurpose, sealer.unseal(peselPurpose, sealed)) : []
