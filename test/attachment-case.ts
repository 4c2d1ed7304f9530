import { randomUUID } from 'node:crypto'
import { anApplication, aReport } from './casework-builders.ts'
import { aMunicipality, type Colleague, type Municipality } from './casework-site.ts'
import { testDatabase } from './database.ts'
import { aScan } from './files.ts'
import { asSuperuser, type TestDepsOptions, type Visitor } from './support.ts'

/** A municipality with one application in the hands of its coordinator. */
export interface AttachmentCase extends Municipality {
  desk: Visitor
  coordinator: Visitor
  coordinatorAccount: Colleague
  application: string
  path: string
  /** One more application of the same person, in the same hands; gives its page. */
  another(): Promise<string>
}

export async function anAttachmentCase(options?: TestDepsOptions): Promise<AttachmentCase> {
  const town = await aMunicipality(options)
  const coordinatorAccount = await town.account('Marta Koordynatorska', 'plan-coordinator')
  const desk = town.staff(['front-desk'], await town.account('Ewa Okienkowa', 'front-desk'))
  const coordinator = town.staff(['plan-coordinator'], coordinatorAccount)
  const { id } = await aReport(town)
  const application = await anApplication(desk, id, { coordinator: coordinatorAccount.id })
  const own = { ...town, desk, coordinator, coordinatorAccount, application, path: `/praca/wnioski/${application}` }
  return { ...own, another: () => anotherApplication(own) }
}

async function anotherApplication({ tenantId, application }: Omit<AttachmentCase, 'another'>): Promise<string> {
  const id = randomUUID()
  await asSuperuser(testDatabase(), (client) =>
    client.query(
      `insert into application
      select (jsonb_populate_record(a, jsonb_build_object('id', $3::uuid, 'number', $3::text, 'need_report_id', null))).*
      from application a where tenant_id = $1 and id = $2`,
      [tenantId, application, id],
    ),
  )
  return `/praca/wnioski/${id}`
}

/** Adds a scan as its page lets it be added; gives the address of the file. */
export async function anAttachment(visitor: Visitor, path: string, file = aScan): Promise<string> {
  const before = attachmentsIn((await visitor.get(path)).text)
  const added = await visitor.submitFile(path, { title: 'Orzeczenie o niepełnosprawności' }, file)
  if (added.status !== 303) throw new Error(`${path} answered ${added.status}: ${added.text.slice(0, 300)}`)
  return attachmentsIn((await visitor.get(path)).text).find((address) => !before.includes(address))!
}

export const attachmentsIn = (html: string): string[] =>
  [...html.matchAll(/href="(\/praca\/wnioski\/[0-9a-f-]{36}\/zalaczniki\/[0-9a-f-]{36})"/g)].map(([, path]) => path!)

/** The key of the form that takes a file. */
export const attachKey = ({ text }: { text: string }): string =>
  /name="_key" value="([^"]+)"/.exec(text.slice(text.indexOf('multipart/form-data')))![1]!

/** What came with the application of this page, as the database holds it. */
export const attachmentRows = (town: Municipality, path: string) =>
  town.inTenant((tx) =>
    tx.db
      .selectFrom('attachment')
      .selectAll()
      .where('tenant_id', '=', tx.tenantId)
      .where('application_id', '=', path.split('/').at(-1)!)
      .orderBy('added_at')
      .execute(),
  )

export const attachmentEvents = (town: Municipality) =>
  town.inTenant((tx) =>
    tx.db
      .selectFrom('audit_event')
      .select(['event', 'person_id', 'actor_name', 'detail', 'purpose'])
      .where('tenant_id', '=', tx.tenantId)
      .where('event', 'like', 'attachment.%')
      .orderBy('seq')
      .execute(),
  )
