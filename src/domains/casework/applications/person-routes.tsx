import { Hono } from 'hono'
import { recordAudit } from '#platform/audit.ts'
import { newFormKey } from '#platform/form-keys.ts'
import { valueOf, valuesOf, type FieldError, type FormValues } from '#platform/forms.ts'
import { dayOf, href } from '#platform/i18n.ts'
import type { Tx } from '#platform/tx.ts'
import { once } from '#platform/web-once.ts'
import { allow, formValues, found, idParam, NotFound, type Ctx, type Deps, type Env } from '#platform/web.ts'
import { BackLink } from '#ui/back-link.tsx'
import { page } from '#ui/page.tsx'
import { caseScope } from '../case-scope.ts'
import { listDistricts } from '#domains/directory/public.ts'
import { isErased, personName } from '../person-name.ts'
import { peselHashes } from '../pesel-hashes.ts'
import { readVersion } from '../form-reading.ts'
import { readQuestion, type Reading } from '../intake/answers.ts'
import { questions, withAnswers } from '../intake/questions.ts'
import { intakeText } from '../intake/text.ts'
import { formatPhone } from '../phone.ts'
import { samePeselSentence } from './kept-sentence.ts'
import { detailsOfAnswers, maskSealed, unsealPesel, type DetailsSaid } from './person-details.ts'
import type { Person, PersonDetails } from './person.ts'
import { PersonPage, personQuestions, type Difference } from './person-page.tsx'
import { findPersonIdByPesel, findPersonInScope, lockPesel, updatePerson } from './person-queries.ts'
import { rectificationReasons, type KeptCorrection, type RectificationReason } from './correction.ts'
import { listRectifications } from './rectification-queries.ts'
import { keepCorrections } from './rectification.ts'
import { rectificationText } from './rectification-text.ts'
import { applicationsText } from './text.ts'

const root = '/praca/osoby'

/** The details of a person whose case is within reach. */
export const personRoutes = (deps: Deps) =>
  new Hono<Env>()
    .get(`${root}/:id`, allow('application.register'), async (c) => {
      const person = await reachedPerson(c)
      return personPage(c, deps, { person, values: valuesOfPerson(person) })
    })
    .post(`${root}/:id`, allow('application.register'), (c) => save(c, deps))

/** Who was erased has no details any more, and gets none. */
async function reachedPerson(c: Ctx): Promise<Person> {
  const person = found(await findPersonInScope(c.var.tx, idParam(c), caseScope(c.var.actor)))
  if (isErased(person)) throw new NotFound('the person was erased')
  return person
}

/** The details as the form's fields hold them; a PESEL never goes back into a field. */
const valuesOfPerson = (person: Person): FormValues => ({
  reporter: 'self',
  givenName: person.givenName,
  familyName: person.familyName,
  birthYear: person.birthYear === null ? '' : String(person.birthYear),
  contactWay: person.contactWay ?? '',
  phone: person.phone ? formatPhone(person.phone) : '',
  email: person.email ?? '',
  contactNote: person.contactNote ?? '',
  district: person.districtId ?? '',
  address: person.address ?? '',
  language: person.language,
  accessNeeds: person.accessNeeds,
})

interface Shown {
  person: Person
  values: FormValues
  refused?: { status: 409 | 422; errors: FieldError[]; differences?: Difference[] }
}

async function personPage(c: Ctx, deps: Deps, { person, values, refused }: Shown): Promise<Response> {
  const { lang, tx } = c.var
  recordAudit(tx, { event: 'person.read', subject: { kind: 'person', id: person.id }, personId: person.id })
  return page(c, {
    title: applicationsText[lang].person.title(personName(lang, person)),
    status: refused?.status ?? 200,
    before: <BackLink href={href(lang, '/praca/wnioski')} />,
    body: (
      <PersonPage
        person={person}
        pesel={maskSealed(deps.sealer, person.peselSealed)}
        districts={await listDistricts(tx)}
        formKey={newFormKey()}
        corrections={await listCorrections(tx, person)}
        values={values}
        errors={refused?.errors}
        differences={refused?.differences}
        saved={c.req.method === 'GET' && c.req.query('zapisano') !== undefined}
      />
    ),
  })
}

async function save(c: Ctx, deps: Deps): Promise<Response> {
  const person = await reachedPerson(c)
  const sent = await formValues(c)
  const values = valuesSent(sent)
  return once(c, sent, `person ${person.id}`, async () => {
    const refuse = (refused: NonNullable<Shown['refused']>) => personPage(c, deps, { person, values, refused })
    const reason = rectificationReasons.find((one) => one === values['rectificationReason'])
    const forgetsPesel = valuesOf(sent, 'forgetPesel').includes('yes')
    const read = await readPerson(c, deps, { person, values, forgetsPesel })
    const why = reason ? [] : [{ field: 'rectificationReason', message: rectificationText[c.var.lang].whyMissing }]
    if (!read.ok || !reason) return refuse({ status: 422, errors: [...(read.ok ? [] : read.errors), ...why] })
    const after = detailsOfAnswers(deps.sealer, read.value)
    const holder = await otherHolder(c.var.tx, person.id, after)
    if (holder) {
      return refuse({ status: 422, errors: [{ field: 'pesel', message: await samePeselSentence(c, holder) }] })
    }
    if (!(await updatePerson(c.var.tx, person.id, readVersion(sent), after))) {
      return refuse({ status: 409, errors: [], differences: differencesOf(values, valuesOfPerson(person)) })
    }
    await keepTrace(c.var.tx, person, after, reason)
    return `${root}/${person.id}?zapisano=tak`
  })
}

function valuesSent(sent: FormValues): FormValues {
  const start: FormValues = { reporter: 'self' }
  const answers = personQuestions.reduce((so, id) => withAnswers(so, id, sent), start)
  return { ...answers, rectificationReason: valueOf(sent, 'rectificationReason') }
}

/** Whose PESEL it is already, if it is somebody else's; held until the transaction ends, so that no two get it. */
async function otherHolder(tx: Tx, personId: string, { peselSealed }: PersonDetails): Promise<string | undefined> {
  const hashes = peselHashes(tx, peselSealed)
  if (!hashes[0]) return undefined
  await lockPesel(tx, hashes[0])
  const holder = await findPersonIdByPesel(tx, hashes)
  return holder === personId ? undefined : holder
}

/** What was corrected and why, kept and audited. */
async function keepTrace(tx: Tx, before: Person, after: PersonDetails, reason: RectificationReason): Promise<void> {
  const personId = before.id
  const fields = await keepCorrections(tx, { personId, version: before.version + 1, before, after, reason })
  const subject = { kind: 'person', id: personId } as const
  recordAudit(tx, { event: 'person.changed', subject, personId, purpose: reason, detail: { fields } })
}

interface Typed {
  person: Person
  values: FormValues
  forgetsPesel: boolean
}

async function readPerson(c: Ctx, deps: Deps, { person, values, forgetsPesel }: Typed) {
  const districts = await listDistricts(c.var.tx)
  const reading: Reading = {
    t: intakeText[c.var.lang].errors,
    today: dayOf(c.var.now),
    lang: 'pl',
    districtIds: districts.map(({ id }) => id),
    mayLackWay: person.contactWay === null,
    keptPesel: forgetsPesel ? undefined : unsealPesel(deps.sealer, person.peselSealed),
  }
  const read = personQuestions.map((id) => readQuestion(id, values, reading))
  const errors = read.flatMap((one) => (one.ok ? [] : one.errors))
  if (errors.length > 0) return { ok: false as const, errors }
  return { ok: true as const, value: Object.assign({}, ...read.map((one) => one.ok && one.value)) as DetailsSaid }
}

/** The corrections before, with the district by its name. */
async function listCorrections(tx: Tx, person: Person): Promise<KeptCorrection[]> {
  const districts = new Map((await listDistricts(tx)).map(({ id, name }) => [id, name]))
  const named = (id: string) => districts.get(id) ?? id
  return (await listRectifications(tx, person.id)).map((kept) =>
    kept.field === 'district_id' ? { ...kept, before: named(kept.before), after: named(kept.after) } : kept,
  )
}

/** Every field whose typed text isn't what stands in the record now. */
const differencesOf = (yours: FormValues, theirs: FormValues): Difference[] =>
  personQuestions
    .flatMap((id) => [...questions[id].fields, ...(questions[id].many ?? [])])
    .filter((field) => field !== 'pesel')
    .map((field) => ({
      field,
      yours: valuesOf(yours, field).join(', '),
      theirs: valuesOf(theirs, field).join(', '),
    }))
    .filter(({ yours, theirs }) => yours.trim() !== theirs.trim())
