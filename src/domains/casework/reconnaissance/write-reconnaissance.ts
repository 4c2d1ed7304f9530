import { may } from '#platform/access.ts'
import { staffOf, type Actor } from '#platform/actor.ts'
import { recordAudit } from '#platform/audit.ts'
import { dayOf } from '#platform/i18n.ts'
import type { Tx } from '#platform/tx.ts'
import type { ApplicationRefusal, ApplicationState } from '../application-states.ts'
import type { StepRefusal } from '../case-steps.ts'
import type { Application } from '../applications/application.ts'
import { stepApplication } from '../applications/application-steps.ts'
import { deleteGoal, insertGoal } from '../plan/goal-queries.ts'
import { nextPosition } from '../plan/save-line.ts'
import { whyNotFinish, type ReconnaissanceRefusal, type SectionEntry } from '../reconnaissance.ts'
import { loadReconnaissance, type ReconnaissanceRecord } from './load-reconnaissance.ts'
import { deleteNeed, insertNeeds } from './need-queries.ts'
import {
  insertReconnaissance,
  insertSection,
  lockReconnaissance,
  updateFinished,
  updateReconnaissance,
  updateSection,
  type ReconnaissanceHead,
} from './reconnaissance-queries.ts'

export type WriteRefusal = 'not-permitted' | 'not-possible-now' | 'changed-meanwhile'
export type Written = { readonly done: true } | { readonly refused: WriteRefusal }

/** A coordinator writes the recognition of an application assigned to them, until it is finished. */
export function whyNotWrite(
  application: { readonly state: ApplicationState },
  reconnaissance: { readonly finishedAt: Temporal.Instant | null | undefined } | undefined,
  actor: Actor,
): 'not-permitted' | 'not-possible-now' | undefined {
  if (!may(actor, 'reconnaissance.write')) return 'not-permitted'
  return application.state === 'assigned' && !reconnaissance?.finishedAt ? undefined : 'not-possible-now'
}

/** Begins the recognition of an application, or gives the one that was begun. */
export async function beginReconnaissance(tx: Tx, application: Application): Promise<ReconnaissanceRecord> {
  await insertReconnaissance(tx, application.id, application.personId)
  const begun = await loadReconnaissance(tx, application.id)
  if (!begun) throw new Error('a recognition that was begun is gone')
  return begun
}

interface Writing {
  readonly application: Application
  readonly what: string
  /** False when what it wanted to change has been changed by somebody else. */
  readonly write: (reconnaissance: ReconnaissanceRecord) => Promise<boolean>
}

/** Every change goes through here: one writer at a time, and only while the recognition is open. */
export async function writeReconnaissance(tx: Tx, { application, what, write }: Writing): Promise<Written> {
  const refused = whyNotWrite(application, undefined, tx.actor)
  if (refused) return { refused }
  const begun = await beginReconnaissance(tx, application)
  const now = await lockReconnaissance(tx, begun.id)
  if (!now || now.finishedAt) return { refused: 'not-possible-now' }
  if (!(await write(begun))) return { refused: 'changed-meanwhile' }
  const subject = { kind: 'reconnaissance', id: begun.id }
  recordAudit(tx, { event: 'reconnaissance.written', subject, personId: application.personId, section: what })
  return { done: true }
}

export const saveReconnaissance = (
  tx: Tx,
  application: Application,
  version: number,
  head: ReconnaissanceHead,
): Promise<Written> =>
  writeReconnaissance(tx, {
    application,
    what: 'head',
    write: ({ id }) => updateReconnaissance(tx, { id, version }, head),
  })

/** Version 0 is that of a section nobody has written yet. */
export const saveSection = (tx: Tx, application: Application, version: number, entry: SectionEntry): Promise<Written> =>
  writeReconnaissance(tx, {
    application,
    what: entry.section,
    write: ({ id }) => (version === 0 ? insertSection(tx, id, entry) : updateSection(tx, id, version, entry)),
  })

export interface ChosenNeed {
  readonly listedNeedId: string | null
  readonly name: string
  readonly groupCode: string
}

export const addNeeds = (tx: Tx, application: Application, needs: readonly ChosenNeed[]): Promise<Written> =>
  writeReconnaissance(tx, {
    application,
    what: 'needs',
    write: async (reconnaissance) => {
      const first = nextPosition(reconnaissance.needs)
      const placed = needs.map((need, at) => ({ ...need, position: first + at }))
      await insertNeeds(tx, reconnaissance.id, placed)
      return true
    },
  })

/** A need that is gone already needs no second removal. */
export const removeNeed = (tx: Tx, application: Application, needId: string): Promise<Written> =>
  writeReconnaissance(tx, {
    application,
    what: 'needs',
    write: async ({ id }) => {
      await deleteNeed(tx, id, needId)
      return true
    },
  })

export const addResidentGoal = (tx: Tx, application: Application, text: string): Promise<Written> =>
  writeReconnaissance(tx, {
    application,
    what: 'goals',
    write: async ({ id, residentGoals }) => {
      await insertGoal(tx, { reconnaissanceId: id }, { text, needId: null, position: nextPosition(residentGoals) })
      return true
    },
  })

export const removeResidentGoal = (tx: Tx, application: Application, goalId: string): Promise<Written> =>
  writeReconnaissance(tx, {
    application,
    what: 'goals',
    write: async ({ id }) => {
      await deleteGoal(tx, { reconnaissanceId: id }, goalId)
      return true
    },
  })

/** Closes the recognition and moves the application on; from then on it is read-only. */
export async function finishReconnaissance(
  tx: Tx,
  application: Application,
  version: number,
): Promise<Written | { readonly refused: ReconnaissanceRefusal | ApplicationRefusal | StepRefusal }> {
  const refused = whyNotWrite(application, undefined, tx.actor)
  if (refused) return { refused }
  const reconnaissance = await beginReconnaissance(tx, application)
  const missing = whyNotFinish(reconnaissance, dayOf(tx.now))
  if (missing) return { refused: missing }
  const stepped = await stepApplication(tx, application, {
    event: 'finish-reconnaissance',
    facts: { reconnaissanceDone: true },
  })
  if ('refused' in stepped) return { refused: stepped.refused }
  const finished = await updateFinished(tx, { id: reconnaissance.id, version }, staffOf(tx).accountId)
  return finished ? { done: true } : { refused: 'changed-meanwhile' }
}
