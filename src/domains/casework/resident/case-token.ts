import type { Sealer } from '#platform/sealing.ts'

/** How long a case stays open in a browser. */
export const caseMinutes = 30

const purpose = 'resident case'

export const sealCase = (sealer: Sealer, reportId: string, now: Temporal.Instant): string =>
  sealer.seal(purpose, `${reportId} ${now.add({ minutes: caseMinutes }).epochMilliseconds}`).toString('base64url')

/** The report whose case the browser has opened; undefined when the time is over or the token is none of ours. */
export function unsealCase(sealer: Sealer, token: string | undefined, now: Temporal.Instant): string | undefined {
  if (!token) return undefined
  try {
    const [reportId, until] = sealer.unseal(purpose, Buffer.from(token, 'base64url')).split(' ')
    return now.epochMilliseconds <= Number(until) ? reportId : undefined
  } catch {
    return undefined
  }
}
