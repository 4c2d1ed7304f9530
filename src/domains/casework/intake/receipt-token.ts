import type { ReceiptCode } from '#platform/receipt-code.ts'
import type { Sealer } from '#platform/sealing.ts'

/** What the confirmation page shows: the code itself, which is kept nowhere in the clear. */
export interface Receipt {
  code: ReceiptCode
  reportId: string
  birthYear: number | undefined
  receivedAt: Temporal.Instant
}

/** How long the confirmation can be looked at again. */
export const receiptMinutes = 30

const purpose = 'receipt shown'

export const sealReceipt = (sealer: Sealer, receipt: Receipt): string =>
  sealer.seal(purpose, JSON.stringify(receipt)).toString('base64url')

/** Undefined when it is too old, was changed, or is none of ours. */
export function unsealReceipt(sealer: Sealer, token: string | undefined, now: Temporal.Instant): Receipt | undefined {
  if (!token) return undefined
  try {
    const kept = JSON.parse(sealer.unseal(purpose, Buffer.from(token, 'base64url'))) as Receipt
    const receivedAt = Temporal.Instant.from(kept.receivedAt.toString())
    const until = receivedAt.add({ minutes: receiptMinutes })
    return Temporal.Instant.compare(now, until) <= 0 ? { ...kept, receivedAt } : undefined
  } catch {
    return undefined
  }
}
