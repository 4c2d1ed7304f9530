import { listOfficers } from '#domains/accounts/public.ts'
import { may } from '#platform/access.ts'
import { staffOf } from '#platform/actor.ts'
import { breakGlass as breakGlassFlag, recordAudit } from '#platform/audit.ts'
import { dayOf } from '#platform/i18n.ts'
import { writeMail } from '#platform/mail.ts'
import type { Tx } from '#platform/tx.ts'
import { findApplication } from '../applications/application-queries.ts'
import { planScope } from '../plan/plan-scope.ts'
import { findCaseToOpen, findOpenEmergency, insertEmergencyAccess } from './emergency-queries.ts'
import {
  emergencyHours,
  soundsLikeOwn,
  whyNotBreakGlass,
  type BreakGlassRefusal,
  type EmergencyPurpose,
} from './emergency.ts'
import { emergencyText } from './text.ts'

export interface GlassToBreak {
  case: { id: string } | { number: string }
  purpose: EmergencyPurpose
  reason: string
}

export type Broken = { applicationId: string } | { refused: BreakGlassRefusal }

/** Opens a case out of reach for a short time, to read, and tells the data protection officers at once. */
export async function breakGlass(tx: Tx, wanted: GlassToBreak): Promise<Broken> {
  const staff = staffOf(tx)
  const { accountId, name } = staff
  const found = await findCaseToOpen(tx, wanted.case, staff)
  const standing = {
    isKnown: found !== undefined,
    isKept: found !== undefined && !found.isOpen,
    isOwnName: found !== undefined && soundsLikeOwn(name, found),
    isWithinReach: found !== undefined && (await findApplication(tx, found.id, planScope(tx.actor))) !== undefined,
    isOpenAlready: found !== undefined && (await findOpenEmergency(tx, accountId, found.personId)) !== undefined,
  }
  const refused = whyNotBreakGlass(standing, may(tx.actor, 'emergency.open'))
  if (refused === 'open-already') return { applicationId: found!.id }
  if (refused) return refuse(tx, refused, found?.personId)
  const { id: applicationId, personId } = found!
  const expiresAt = tx.now.add({ hours: emergencyHours })
  const { purpose, reason } = wanted
  const id = await insertEmergencyAccess(tx, { accountId, personId, applicationId, purpose, reason, expiresAt })
  recordAudit(tx, {
    event: 'emergency.opened',
    subject: { kind: 'emergency', id },
    personId,
    purpose,
    detail: { [breakGlassFlag]: true, hours: emergencyHours },
  })
  await tellOfficers(tx)
  return { applicationId }
}

/** What was refused is undone; that it was tried stays in the audit, as a look does. */
function refuse(tx: Tx, refused: BreakGlassRefusal, personId: string | undefined): Broken {
  recordAudit(tx, { event: 'emergency-attempt.read', ...(personId && { personId }), detail: { refused } })
  return { refused }
}

/** No name, no number, no reason: the letter only says that something waits. It's in Polish, as all of the centre's. */
async function tellOfficers(tx: Tx): Promise<void> {
  const { subject, text } = emergencyText.pl.letter
  for (const { name, email } of await listOfficers(tx, dayOf(tx.now))) {
    await writeMail(tx, { to: { name, address: email }, subject, text })
  }
}
