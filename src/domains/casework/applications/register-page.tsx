import { errorFor, valueOf, type FieldError, type FormValues } from '#platform/forms.ts'
import { Button } from '#ui/button.tsx'
import { DateInput } from '#ui/date-input.tsx'
import { ErrorSummary } from '#ui/error-summary.tsx'
import { Form } from '#ui/form.tsx'
import { useFrame } from '#ui/frame.tsx'
import { Radios } from '#ui/radios.tsx'
import { Select } from '#ui/select.tsx'
import { TextInput } from '#ui/text-input.tsx'
import { Textarea } from '#ui/textarea.tsx'
import { typedDay } from '../form-reading.ts'
import { ruleText } from '../refusal-text.ts'
import { applicantRoles, applicationChannels } from './application.ts'
import { newPerson } from './registration-form.ts'
import type { Candidate } from './search-persons.ts'
import { applicationsText } from './text.ts'

export interface RegisterPageProps {
  /** Where the form is sent. */
  action: string
  formKey: string
  /** The version of the report that was read; 0 without one. */
  version: number
  candidates: readonly Candidate[]
  coordinators: readonly { id: string; name: string }[]
  mayAssign: boolean
  values: FormValues
  errors?: readonly FieldError[] | undefined
}

/** First whose application it is, among those already known; then the application itself. */
export const RegisterPage = (props: RegisterPageProps) => {
  const { lang } = useFrame()
  const t = applicationsText[lang].register
  const { candidates, errors } = props
  const seen = candidates.map(({ person }) => person.record.id).join(' ')
  return (
    <>
      <ErrorSummary errors={errors ?? []} />
      <h1 class="govuk-heading-l">{t.title}</h1>
      <Form action={props.action} formKey={props.formKey} hidden={{ version: props.version, seen }}>
        <Who {...props} />
        <h2 class="govuk-heading-m">{t.newTitle}</h2>
        <Names {...props} />
        <h2 class="govuk-heading-m">{t.applicationTitle}</h2>
        <ApplicationFields {...props} />
        <Button>{t.save}</Button>
      </Form>
    </>
  )
}

const Who = ({ candidates, values, errors }: RegisterPageProps) => {
  const { lang } = useFrame()
  const t = applicationsText[lang].register
  return (
    <Radios
      name="person"
      label={t.who}
      labelSize="m"
      hint={candidates.length > 0 ? t.whoHint : t.nobodyAlike}
      value={valueOf(values, 'person') || (candidates.length === 0 ? newPerson : '')}
      error={errorFor(errors, 'person')}
      items={[
        ...candidates.map((candidate) => ({
          value: candidate.person.record.id,
          text: candidateName(candidate),
          hint: <Why candidate={candidate} />,
        })),
        { value: newPerson, text: t.newPerson },
      ]}
    />
  )
}

const candidateName = ({ person }: Candidate): string =>
  [`${person.givenName} ${person.familyName}`, person.birthYear].filter(Boolean).join(', ')

const Why = ({ candidate }: { candidate: Candidate }) => {
  const { lang } = useFrame()
  const t = applicationsText[lang].register
  const { match, doubts } = ruleText[lang]
  return (
    <>
      {t[candidate.strength]}. {t.because(candidate.reasons.map((reason) => match[reason]).join(', '))}
      {candidate.doubts.length > 0 && ` ${t.doubt(candidate.doubts.map((doubt) => doubts[doubt]).join(', '))}`}
    </>
  )
}

type FieldsProps = Pick<RegisterPageProps, 'values' | 'errors'>

/** The fields that a new person is written down with, and that the search starts from. */
export const Names = ({ values, errors }: FieldsProps) => {
  const t = applicationsText[useFrame().lang].register
  const common = (name: 'givenName' | 'familyName' | 'birthYear' | 'phone') => ({
    name,
    label: t[name],
    value: valueOf(values, name),
    error: errorFor(errors, name),
  })
  return (
    <>
      <TextInput {...common('givenName')} />
      <TextInput {...common('familyName')} />
      <TextInput {...common('birthYear')} width="4" inputMode="numeric" />
      <TextInput {...common('phone')} width="20" type="tel" />
    </>
  )
}

const ApplicationFields = (props: RegisterPageProps) => {
  const { values, errors, coordinators, mayAssign } = props
  const { register: t, channels } = applicationsText[useFrame().lang]
  return (
    <>
      <Radios
        name="channel"
        label={t.channel}
        value={valueOf(values, 'channel')}
        error={errorFor(errors, 'channel')}
        items={applicationChannels.map((value) => ({ value, text: channels[value] }))}
      />
      <DateInput
        name="receivedOn"
        label={t.receivedOn}
        hint={t.receivedHint}
        value={typedDay(values, 'receivedOn')}
        error={errorFor(errors, 'receivedOn')}
      />
      <ApplicantFields values={values} errors={errors} />
      <Textarea
        name="words"
        label={t.words}
        rows={6}
        value={valueOf(values, 'words')}
        error={errorFor(errors, 'words')}
      />
      {mayAssign && (
        <Select
          name="coordinator"
          label={t.coordinator}
          value={valueOf(values, 'coordinator')}
          error={errorFor(errors, 'coordinator')}
          options={[{ value: '', text: t.later }, ...coordinators.map(({ id, name }) => ({ value: id, text: name }))]}
        />
      )}
    </>
  )
}

const ApplicantFields = ({ values, errors }: FieldsProps) => {
  const { register: t, roles } = applicationsText[useFrame().lang]
  return (
    <>
      <Radios
        name="applicantRole"
        label={t.role}
        value={valueOf(values, 'applicantRole')}
        error={errorFor(errors, 'applicantRole')}
        items={applicantRoles.map((value) => ({ value, text: roles[value] }))}
      />
      <TextInput
        name="representativeName"
        label={t.representativeName}
        hint={t.representativeHint}
        value={valueOf(values, 'representativeName')}
        error={errorFor(errors, 'representativeName')}
      />
      <TextInput
        name="representativeBasis"
        label={t.representativeBasis}
        hint={t.basisHint}
        value={valueOf(values, 'representativeBasis')}
        error={errorFor(errors, 'representativeBasis')}
      />
    </>
  )
}

/** Without a report the search stands alone first. */
export const SearchPage = ({ values }: { values: FormValues }) => {
  const { lang, href } = useFrame()
  const t = applicationsText[lang].register
  return (
    <>
      <h1 class="govuk-heading-l">{t.title}</h1>
      <h2 class="govuk-heading-m">{t.searchTitle}</h2>
      <Form action={href('/praca/wnioski/nowy/szukaj')}>
        <Names values={values} />
        <Button>{t.search}</Button>
      </Form>
    </>
  )
}
