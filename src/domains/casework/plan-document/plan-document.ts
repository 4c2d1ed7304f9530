import { formatDay } from '#platform/i18n.ts'
import { renderDocument, type DocumentValue } from '#platform/typst.ts'
import { doseText } from '../dose-text.ts'
import { planDocumentText as t } from './plan-document-text.ts'
import type { PlanDocumentView } from './plan-document-view.ts'
import { planTemplate } from './plan-template.ts'

/** The plan as a tagged PDF in Polish: accessible, printable, the same content as its page. */
export async function planDocument(view: PlanDocumentView): Promise<Uint8Array> {
  return renderDocument(planTemplate, documentValues(view))
}

/** The strings that the template sets; exported so that a test can read them without a PDF. */
export function documentValues(view: PlanDocumentView): DocumentValue {
  return {
    subject: t.subject(view.number),
    title: t.title,
    centre: { name: view.centre.name, lines: contactLines(view.centre, view.centre.address) },
    notices: [...(view.approval ? [] : [t.draft]), ...(view.centre.isSample ? [t.sample] : [])],
    facts: facts(view),
    intro: t.intro,
    needs: { heading: t.needs, items: view.needs.map(needValue), goals: t.goals, gap: t.gap },
    otherGoals: { heading: t.otherGoals, items: view.otherGoals },
    services: {
      heading: t.services,
      columns: t.columns,
      rows: view.lines.map(lineCells),
      none: t.noServices,
      note: view.lines.some((line) => line.regime === 'social-assistance-act') ? t.decisionNote : null,
    },
    commitments: { heading: t.commitments, items: view.ownCommitments },
    monitoring: {
      heading: t.monitoring,
      intro: t.monitoringIntro,
      items: view.monitoringDays.map((day) => formatDay('pl', day)),
    },
    contact: {
      heading: t.contact,
      items: [view.coordinator, view.centre].map(({ name, phone }) => t.contactOf(name, phone)),
    },
    signatures: { heading: t.agreementAndApproval, boxes: [agreementBox(view), approvalBox(view)] },
    footer: { left: `${view.number} · ${t.printed(view.printedOn)}`, page: t.page, of: t.of },
  }
}

function contactLines(contact: PlanDocumentView['coordinator'], address?: string): string[] {
  return [address, `${t.phone} ${contact.phone}`, contact.email].filter((line) => line !== undefined)
}

/** Label and value, in the order a reader asks. */
function facts(view: PlanDocumentView): DocumentValue {
  const { person, startsOn, endsOn } = view
  const born = person.birthYear ? `, ${t.bornIn(person.birthYear)}` : ''
  const rows: (readonly [string, string | undefined])[] = [
    [t.forWhom, [person.name + born, person.address].filter(Boolean).join('\n')],
    [t.representative, person.representative],
    [t.period, startsOn && endsOn ? t.fromTo(startsOn, endsOn) : t.notSet],
    [t.coordinator, [view.coordinator.name, ...contactLines(view.coordinator)].join('\n')],
    [t.number, view.number],
    [t.versionLabel, t.version(view.revision)],
    [t.change, view.changeReason],
    [t.application, t.applicationOf(view.applicationNumber, view.receivedOn)],
  ]
  return rows.flatMap(([label, value]) => (value ? [[label, value]] : []))
}

function needValue(need: PlanDocumentView['needs'][number], index: number): DocumentValue {
  return { name: t.need(index + 1, need.name), goals: need.goals, isGap: need.isGap }
}

function lineCells(line: PlanDocumentView['lines'][number]): DocumentValue {
  const marks = [
    t.regimes[line.regime],
    line.external ? t.external : '',
    line.decisionNumber ? t.decision(line.decisionNumber) : '',
  ].filter((mark) => mark !== '')
  return {
    need: line.needNumber === undefined ? '–' : String(line.needNumber),
    service: line.service,
    marks: marks.join(', '),
    provider: line.provider,
    dose: doseText('pl', line.dose),
    period: t.fromTo(line.startsOn, line.endsOn),
  }
}

function agreementBox({ agreement, person }: PlanDocumentView): DocumentValue {
  const given = agreement ? [t.agreedBy(agreement.agreedBy, agreement.agreedOn), agreement.evidence] : [person.name]
  return { heading: t.agreement, lines: [t.agreementText, ...given], signature: t.signatureOfPerson }
}

function approvalBox({ approval }: PlanDocumentView): DocumentValue {
  const given = approval ? [t.approvedBy(approval.name, approval.approvedOn), t.offices[approval.office]] : []
  return { heading: t.approval, lines: given, signature: t.signatureOfApprover }
}
