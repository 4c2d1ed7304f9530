import { errorFor, valueOf, valuesOf, type FieldError, type FormValues } from '#platform/forms.ts'
import { Button } from '#ui/button.tsx'
import { Checkboxes } from '#ui/checkboxes.tsx'
import { ErrorSummary } from '#ui/error-summary.tsx'
import { Form } from '#ui/form.tsx'
import { useFrame } from '#ui/frame.tsx'
import { IdentityBar } from '#ui/identity-bar.tsx'
import { TextInput } from '#ui/text-input.tsx'
import { Textarea } from '#ui/textarea.tsx'
import { ConflictNotice, type Difference } from '../plan/conflict-notice.tsx'
import { onlyIfRelevant, sectionSensitivity, sensitivities, type LifeSection } from '../reconnaissance.ts'
import { reconnaissancePath } from './reconnaissance-paths.ts'
import { reconnaissanceText } from './text.ts'

interface SectionPageProps {
  application: { readonly id: string; readonly number: string }
  personName: string
  section: LifeSection
  canWrite: boolean
  formKey: string
  version: number
  values: FormValues
  errors: readonly FieldError[]
  conflict?: { readonly differences: readonly Difference[] } | undefined
}

/** One part of a life situation; opening it is recorded when it is sensitive. */
export const SectionPage = (props: SectionPageProps) => {
  const { lang, href } = useFrame()
  const t = reconnaissanceText[lang]
  const { application, personName, section, canWrite, values, errors, conflict } = props
  return (
    <>
      <ErrorSummary errors={errors} />
      <IdentityBar title={personName} facts={[application.number]} />
      <h1 class="govuk-heading-l">{t.sectionNames[section]}</h1>
      <p class="govuk-hint">
        {t.sensitivity}: {t.sensitivities[sectionSensitivity[section]]}
      </p>
      {conflict && (
        <ConflictNotice
          differences={conflict.differences}
          keepHref={href(reconnaissancePath(application.id, `/${section}`))}
        />
      )}
      {canWrite ? <SectionForm {...props} /> : <p class="govuk-body splot-own-words">{valueOf(values, 'text')}</p>}
    </>
  )
}

const SectionForm = ({ application, section, formKey, version, values, errors }: SectionPageProps) => {
  const { lang, href } = useFrame()
  const t = reconnaissanceText[lang]
  const raisable = sensitivities.filter((one) => one !== 'ORDINARY' && one !== sectionSensitivity[section])
  return (
    <Form action={href(reconnaissancePath(application.id, `/${section}`))} formKey={formKey} hidden={{ version }}>
      <Textarea
        name="text"
        label={t.sectionText}
        rows={8}
        value={valueOf(values, 'text')}
        error={errorFor(errors, 'text')}
      />
      {onlyIfRelevant.includes(section) && (
        <TextInput
          name="relevantBecause"
          label={t.relevant}
          hint={t.relevantHint}
          value={valueOf(values, 'relevantBecause')}
          error={errorFor(errors, 'relevantBecause')}
        />
      )}
      <Checkboxes
        name="raised"
        label={t.raised}
        hint={t.raisedHint}
        small
        values={valuesOf(values, 'raised')}
        error={errorFor(errors, 'raised')}
        items={raisable.map((value) => ({ value, text: t.sensitivities[value] }))}
      />
      <Button>{t.saveSection}</Button>
    </Form>
  )
}
