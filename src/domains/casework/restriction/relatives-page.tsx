import { errorFor, valueOf, type FieldError, type FormValues } from '#platform/forms.ts'
import { formatInstant } from '#platform/i18n.ts'
import { Button } from '#ui/button.tsx'
import { EmptyState } from '#ui/empty-state.tsx'
import { ErrorSummary } from '#ui/error-summary.tsx'
import { Form } from '#ui/form.tsx'
import { useFrame } from '#ui/frame.tsx'
import { Radios } from '#ui/radios.tsx'
import { Table } from '#ui/table.tsx'
import { TextInput } from '#ui/text-input.tsx'
import { relativesPath } from './restriction-paths.ts'
import { relations, type DeclaredRelative } from './restriction.ts'
import { restrictionText } from './text.ts'

interface RelativesPageProps {
  relatives: readonly DeclaredRelative[]
  formKey: string
  values: FormValues
  errors: readonly FieldError[]
}

/** A worker's own list of those close to them. */
export const RelativesPage = (props: RelativesPageProps) => {
  const { lang, href } = useFrame()
  const t = restrictionText[lang]
  const { relatives, formKey, values, errors } = props
  const of = (name: 'givenName' | 'familyName' | 'birthYear') => ({
    name,
    label: t[name],
    value: valueOf(values, name),
    error: errorFor(errors, name),
  })
  return (
    <>
      <ErrorSummary errors={errors} />
      <h1 class="govuk-heading-l">{t.relatives}</h1>
      <p class="govuk-body">{t.relativesLead}</p>
      <p class="govuk-body">{t.relativesWhy}</p>
      <p class="govuk-body">{t.relativesSeen}</p>
      <Declared relatives={relatives} />
      <Form action={href(relativesPath)} formKey={formKey}>
        <Radios
          name="relation"
          label={t.relation}
          labelSize="m"
          value={valueOf(values, 'relation')}
          error={errorFor(errors, 'relation')}
          items={relations.map((value) => ({ value, text: t.relations[value] }))}
        />
        <TextInput {...of('givenName')} spellcheck={false} />
        <TextInput {...of('familyName')} spellcheck={false} />
        <TextInput {...of('birthYear')} width="4" inputMode="numeric" />
        <Button>{t.declare}</Button>
      </Form>
    </>
  )
}

const Declared = ({ relatives }: Pick<RelativesPageProps, 'relatives'>) => {
  const { lang } = useFrame()
  const t = restrictionText[lang]
  if (relatives.length === 0) return <EmptyState title={t.noRelatives} text={t.noRelativesText} />
  return (
    <Table
      caption={t.relatives}
      captionHidden
      columns={[t.name, t.relationColumn, t.birthYear, t.declared].map((text) => ({ text }))}
      rows={relatives.map((one) => [
        `${one.givenName} ${one.familyName}`,
        t.relations[one.relation],
        one.birthYear,
        formatInstant(lang, one.declaredAt),
      ])}
    />
  )
}
