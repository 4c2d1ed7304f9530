import type { Application } from '#domains/casework/applications/application.ts'
import { findApplication } from '#domains/casework/applications/application-queries.ts'
import { registerApplication } from '#domains/casework/applications/register-application.ts'
import { caseScope } from '#domains/casework/case-scope.ts'
import { agreePlan } from '#domains/casework/plan/agree-plan.ts'
import { createPlan } from '#domains/casework/plan/create-plan.ts'
import { saveHead } from '#domains/casework/plan/edit-plan.ts'
import { loadPlan } from '#domains/casework/plan/load-plan.ts'
import type { LineContent } from '#domains/casework/plan/plan-line-queries.ts'
import type { PlanRecord } from '#domains/casework/plan/plan-record.ts'
import { stepPlan } from '#domains/casework/plan/plan-steps.ts'
import { addLine } from '#domains/casework/plan/save-line.ts'
import {
  addNeeds,
  beginReconnaissance,
  finishReconnaissance,
  saveReconnaissance,
} from '#domains/casework/reconnaissance/write-reconnaissance.ts'
import { staffOf } from '#platform/actor.ts'
import { dayOf } from '#platform/i18n.ts'
import type { Tx } from '#platform/tx.ts'

const lines = 5

/** An invented person's application whose needs are recognised: all that a plan waits for. */
export async function anApplication(tx: Tx): Promise<string> {
  const id = await register(tx)
  const application = await applicationOf(tx, id)
  const need = { listedNeedId: null, name: 'Odpoczynek od codziennej opieki', groupCode: 'seniors' }
  done(await addNeeds(tx, application, [need]))
  const { version } = await beginReconnaissance(tx, application)
  const recognition = {
    heldOn: dayOf(tx.now),
    place: 'home',
    participants: ['Osoba', 'Opiekunka'],
    expectedCoordinationMonths: 6,
    servicesUsed: '',
    risks: '',
    opinion: 'Potrzebne wsparcie w opiece.',
  } as const
  done(await saveReconnaissance(tx, application, version, recognition))
  done(await finishReconnaissance(tx, application, version + 1))
  return id
}

async function register(tx: Tx): Promise<string> {
  const nothing = {
    peselSealed: null,
    peselHash: null,
    email: null,
    districtId: null,
    contactWay: null,
    contactNote: null,
  }
  const person = { ...nothing, givenName: 'Osoba', familyName: 'Przykładowa', birthYear: 1944, phone: '56 000 00 02' }
  const registered = await registerApplication(tx, {
    person: { details: { ...person, address: null, language: 'pl', accessNeeds: [] } },
    report: undefined,
    reportVersion: 0,
    channel: 'paper',
    receivedOn: dayOf(tx.now),
    applicantRole: 'self',
    representativeName: undefined,
    representativeBasis: undefined,
    words: 'Proszę o pomoc w opiece.',
    coordinatorId: staffOf(tx).accountId,
  })
  return done(registered).applicationId
}

/** What is measured: a plan is created, gets its period and five lines, is agreed to and submitted. */
export async function createAndSubmit(tx: Tx, applicationId: string): Promise<void> {
  const application = await applicationOf(tx, applicationId)
  const request = { version: application.version, shortReason: undefined, previousPlanId: undefined }
  const { id } = done(await createPlan(tx, application, request))
  const today = dayOf(tx.now)
  const begun = await planOf(tx, id)
  const period = { startsOn: today.add({ days: 14 }), endsOn: today.add({ months: 6 }) }
  const rest = {
    ownCommitments: ['Telefon raz w tygodniu'],
    monitoringDays: [],
    lateReason: undefined,
    shortReason: undefined,
  }
  done(await saveHead(tx, begun, begun.headVersion, { ...period, ...rest }))
  for (let line = 0; line < lines; line++) {
    const plan = await planOf(tx, id)
    done(await addLine(tx, plan, aLine(plan)))
  }
  const written = await planOf(tx, id)
  const agreement = { form: 'signature', agreedOn: today, agreedBy: written.person.name, evidence: 'Podpis' } as const
  done(await agreePlan(tx, written, written.version, agreement))
  const agreed = await planOf(tx, id)
  done(await stepPlan(tx, agreed, { event: 'submit', version: agreed.version }))
}

const aLine = ({ needs, startsOn, endsOn }: PlanRecord): LineContent => ({
  needId: needs[0]!.id,
  serviceId: undefined,
  serviceName: 'Opieka wytchnieniowa',
  external: true,
  providerId: undefined,
  providerName: 'Przykładowa Fundacja',
  dose: { amount: 2, unit: 'hour', times: 3, per: 'week' },
  startsOn: startsOn!,
  endsOn: endsOn!,
  regime: 'cus-act',
  decisionNumber: undefined,
})

const applicationOf = async (tx: Tx, id: string): Promise<Application> =>
  there(await findApplication(tx, id, caseScope(tx.actor)))

const planOf = async (tx: Tx, id: string): Promise<PlanRecord> => there(await loadPlan(tx, id))

function there<T>(thing: T | undefined): T {
  if (thing === undefined) throw new Error('what was just written is not there')
  return thing
}

function done<T extends object>(result: T | { readonly refused: unknown }): Exclude<T, { readonly refused: unknown }> {
  if ('refused' in result) throw new Error(`refused: ${String(result.refused)}`)
  return result as Exclude<T, { readonly refused: unknown }>
}
