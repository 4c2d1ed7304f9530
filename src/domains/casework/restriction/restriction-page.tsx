import { newFormKey } from '#platform/form-keys.ts'
import type { StaffMember } from '#domains/accounts/public.ts'
import { errorFor, valueOf, valuesOf, type FieldError, type FormValues } from '#platform/forms.ts'
import { formatInstant } from '#platform/i18n.ts'
import { Button } from '#ui/button.tsx'
import { Checkboxes } from '#ui/checkboxes.tsx'
import { ErrorSummary } from '#ui/error-summary.tsx'
import { Form } from '#ui/form.tsx'
import { useFrame } from '#ui/frame.tsx'
import { Radios } from '#ui/radios.tsx'
import { Table } from '#ui/table.tsx'
import { Textarea } from '#ui/textarea.tsx'
import { WarningText } from '#ui/warning-text.tsx'
import { restrictionsPath } from './restriction-paths.ts'
import { restrictionReasons, type Restriction } from './restriction.ts'
import { restrictionText } from './text.ts'

interface RestrictionPageProps {
  personId: string
  numbers: readonly string[]
  standing: Restriction | undefined
  versions: readonly Restriction[]
  staff: ReadonlyMap<string, StaffMember>
  caseworkers: readonly { id: string; name: string }[]
  formKey: string
  values: FormValues
  errors: readonly FieldError[]
}

/** Who sees one person's record: the reason, those named, and what it was before. */
export const RestrictionPage = (props: RestrictionPageProps) => {
  const { lang } = useFrame()
  const t = restrictionText[lang]
  const { numbers, standing, versions, errors } = props
  const isSet = standing !== undefined && !standing.lifted
  return (
    <>
      <ErrorSummary errors={errors} />
      <h1 class="govuk-heading-l">{t.one(numbers.join(', '))}</h1>
      <p class="govuk-body">{isSet ? <strong>{t.isRestricted}</strong> : t.isFree}</p>
      <RestrictForm {...props} isSet={isSet} />
      {isSet && <LiftForm {...props} />}
      {versions.length > 0 && <History {...props} />}
    </>
  )
}

type FormProps = RestrictionPageProps & { isSet?: boolean }

const RestrictForm = ({ personId, standing, caseworkers, formKey, values, errors, isSet }: FormProps) => {
  const { lang, href } = useFrame()
  const t = restrictionText[lang]
  return (
    <Form
      action={href(`${restrictionsPath}/${personId}`)}
      formKey={formKey}
      hidden={{ version: standing?.version ?? 0 }}
    >
      <Radios
        name="reason"
        label={t.reason}
        labelSize="m"
        value={valueOf(values, 'reason')}
        error={errorFor(errors, 'reason')}
        items={restrictionReasons.map((value) => ({ value, text: t.reasons[value] }))}
      />
      <Checkboxes
        name="viewers"
        label={t.viewers}
        labelSize="m"
        hint={t.viewersHint}
        values={valuesOf(values, 'viewers')}
        error={errorFor(errors, 'viewers')}
        items={caseworkers.map(({ id, name }) => ({ value: id, text: name }))}
      />
      <Textarea
        name="note"
        label={t.note}
        hint={t.noteHint}
        rows={3}
        maxLength={500}
        value={valueOf(values, 'note')}
        error={errorFor(errors, 'note')}
      />
      <Button>{isSet ? t.change : t.set}</Button>
    </Form>
  )
}

const LiftForm = ({ personId, standing }: FormProps) => {
  const { lang, href } = useFrame()
  const t = restrictionText[lang]
  return (
    <>
      <WarningText>{t.liftText}</WarningText>
      <Form
        action={href(`${restrictionsPath}/${personId}/koniec`)}
        formKey={newFormKey()}
        hidden={{ version: standing?.version ?? 0 }}
      >
        <Button kind="warning">{t.lift}</Button>
      </Form>
    </>
  )
}

const History = ({ versions, staff }: RestrictionPageProps) => {
  const { lang } = useFrame()
  const t = restrictionText[lang]
  const nameOf = (id: string) => staff.get(id)?.name ?? ''
  return (
    <Table
      caption={t.history}
      captionSize="m"
      columns={[t.version, t.since, t.by, t.reasonColumn, t.viewersColumn, t.note].map((text) => ({ text }))}
      rows={versions.map((one) => [
        one.version,
        formatInstant(lang, one.changedAt),
        nameOf(one.changedBy),
        one.lifted ? t.lifted : t.reasons[one.reason],
        one.lifted ? '–' : one.viewerIds.map(nameOf).join(', '),
        one.note,
      ])}
    />
  )
}
