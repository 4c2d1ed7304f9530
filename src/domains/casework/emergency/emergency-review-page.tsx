import { errorFor, valueOf, type FieldError, type FormValues } from '#platform/forms.ts'
import { formatInstant } from '#platform/i18n.ts'
import { Button } from '#ui/button.tsx'
import { ErrorSummary } from '#ui/error-summary.tsx'
import { Form } from '#ui/form.tsx'
import { useFrame } from '#ui/frame.tsx'
import { Radios } from '#ui/radios.tsx'
import { SummaryList } from '#ui/summary-list.tsx'
import { Table } from '#ui/table.tsx'
import { Tag } from '#ui/tag.tsx'
import { Textarea } from '#ui/textarea.tsx'
import { caseworkEventWords } from '../audit-text.ts'
import { sectionWord } from '../looks/part-words.ts'
import { JudgementTag } from './emergency-list-page.tsx'
import { emergenciesPath } from './emergency-paths.ts'
import { endOf, isOpenAt, judgements, type EmergencyAccess, type JudgeRefusal, type LookUnder } from './emergency.ts'
import { emergencyText } from './text.ts'

interface ReviewProps {
  access: EmergencyAccess
  looks: readonly LookUnder[]
  /** Who judged it. */
  judge: string | undefined
  whyNot: JudgeRefusal | undefined
  now: Temporal.Instant
  formKey: string
  values: FormValues
  errors: readonly FieldError[]
}

/** One broken glass: who, why, until when, what was read, and whether it was needed. */
export const EmergencyReviewPage = (props: ReviewProps) => {
  const { lang, href } = useFrame()
  const { access, now, errors, whyNot } = props
  const t = emergencyText[lang].one
  return (
    <>
      <ErrorSummary errors={errors} />
      <h1 class="govuk-heading-l">{t.title(access.number)}</h1>
      {isOpenAt(access, now) && (
        <p class="govuk-body">
          <Tag kind="overdue">{t.isOpen}</Tag>
        </p>
      )}
      <Facts {...props} />
      <Looks {...props} />
      {whyNot === undefined && <JudgeForm {...props} />}
      {whyNot === 'own-access' && <p class="govuk-body">{t.refusals[whyNot]}</p>}
      <p class="govuk-body">
        <a class="govuk-link" href={href(`/praca/audyt/sprawa/${access.personId}`)}>
          {t.person}
        </a>
      </p>
    </>
  )
}

const Facts = ({ access, judge }: ReviewProps) => {
  const { lang } = useFrame()
  const { one: t, list, purposes } = emergencyText[lang]
  const judged = access.judgement !== null && [
    { key: t.judged, value: <JudgementTag judgement={access.judgement} /> },
    { key: t.judgedBy, value: judge ?? '–' },
    { key: t.note, value: access.judgementNote || '–' },
  ]
  return (
    <SummaryList
      rows={[
        { key: list.who, value: access.worker },
        { key: list.when, value: formatInstant(lang, access.openedAt) },
        { key: t.until, value: formatInstant(lang, endOf(access)) },
        { key: list.purpose, value: purposes[access.purpose] },
        { key: t.reason, value: <span class="splot-own-words">{access.reason}</span> },
        ...(judged || []),
      ]}
    />
  )
}

const Looks = ({ looks }: ReviewProps) => {
  const { lang } = useFrame()
  const { one: t, list } = emergencyText[lang]
  if (looks.length === 0) return <p class="govuk-body">{t.noLooks}</p>
  return (
    <Table
      caption={t.looks}
      captionSize="m"
      columns={[list.when, t.what, t.section].map((text) => ({ text }))}
      rows={looks.map(({ occurredAt, event, section }) => [
        formatInstant(lang, occurredAt),
        caseworkEventWords(lang, event) ?? event,
        section === null ? '–' : sectionWord(lang, section),
      ])}
    />
  )
}

const JudgeForm = ({ access, formKey, values, errors }: ReviewProps) => {
  const { lang, href } = useFrame()
  const t = emergencyText[lang].one
  const of = (name: string) => ({ name, value: valueOf(values, name), error: errorFor(errors, name) })
  return (
    <Form action={href(`${emergenciesPath}/${access.id}/ocena`)} formKey={formKey}>
      <Radios
        {...of('judgement')}
        label={t.judge}
        labelSize="m"
        items={judgements.map((value) => ({
          value,
          text: t.judgements[value],
          ...(value === 'not-justified' && { hint: t.endsAtOnce }),
        }))}
      />
      <Textarea {...of('note')} label={t.note} hint={t.noteHint} rows={3} maxLength={1000} />
      <Button>{t.save}</Button>
    </Form>
  )
}
