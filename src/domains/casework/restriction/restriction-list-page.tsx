import type { StaffMember } from '#domains/accounts/public.ts'
import { errorFor, valueOf, type FieldError, type FormValues } from '#platform/forms.ts'
import { formatInstant } from '#platform/i18n.ts'
import { Button } from '#ui/button.tsx'
import { EmptyState } from '#ui/empty-state.tsx'
import { ErrorSummary } from '#ui/error-summary.tsx'
import { Form } from '#ui/form.tsx'
import { useFrame } from '#ui/frame.tsx'
import { Table } from '#ui/table.tsx'
import { TextInput } from '#ui/text-input.tsx'
import { restrictionsPath } from './restriction-paths.ts'
import type { Declaration, Restriction } from './restriction.ts'
import { restrictionText } from './text.ts'

interface RestrictionListProps {
  restrictions: readonly Restriction[]
  /** The numbers of each person's cases. */
  numbers: ReadonlyMap<string, readonly string[]>
  staff: ReadonlyMap<string, StaffMember>
  declarations: readonly Declaration[]
  values: FormValues
  errors: readonly FieldError[]
}

/** Whose records are kept to few, and which workers stepped back from whom; no name of either. */
export const RestrictionListPage = (props: RestrictionListProps) => {
  const { lang, href } = useFrame()
  const t = restrictionText[lang]
  const { restrictions, values, errors } = props
  return (
    <>
      <ErrorSummary errors={errors} />
      <h1 class="govuk-heading-l">{t.title}</h1>
      <p class="govuk-body">{t.lead}</p>
      <p class="govuk-body">{t.noNames}</p>
      {restrictions.length === 0 ? <EmptyState title={t.none} text={t.noneText} /> : <Restrictions {...props} />}
      <h2 class="govuk-heading-m">{t.find}</h2>
      <Form action={href(`${restrictionsPath}/szukaj`)}>
        <TextInput
          name="number"
          label={t.number}
          hint={t.numberHint}
          width="20"
          value={valueOf(values, 'number')}
          error={errorFor(errors, 'number')}
          spellcheck={false}
        />
        <Button>{t.go}</Button>
      </Form>
      <h2 class="govuk-heading-m">{t.declarations}</h2>
      <p class="govuk-body">{t.declarationsLead}</p>
      <Declarations {...props} />
    </>
  )
}

const Restrictions = ({ restrictions, numbers, staff }: RestrictionListProps) => {
  const { lang, href } = useFrame()
  const t = restrictionText[lang]
  return (
    <Table
      caption={t.count(restrictions.length)}
      columns={[t.cases, t.reasonColumn, t.viewersColumn, t.since].map((text) => ({ text }))}
      rows={restrictions.map(({ personId, reason, viewerIds, changedAt }) => [
        <a class="govuk-link" href={href(`${restrictionsPath}/${personId}`)}>
          {(numbers.get(personId) ?? []).join(', ')}
        </a>,
        t.reasons[reason],
        viewerIds.map((id) => staff.get(id)?.name ?? '').join(', '),
        formatInstant(lang, changedAt),
      ])}
    />
  )
}

const Declarations = ({ declarations }: RestrictionListProps) => {
  const { lang, href } = useFrame()
  const t = restrictionText[lang]
  if (declarations.length === 0) return <p class="govuk-body">{t.noRelatives}.</p>
  return (
    <Table
      caption={t.declarations}
      captionHidden
      columns={[t.worker, t.relationColumn, t.birthYear, t.declared, t.end].map((text) => ({ text }))}
      rows={declarations.map(({ id, worker, relation, birthYear, declaredAt }) => [
        worker,
        t.relations[relation],
        birthYear,
        formatInstant(lang, declaredAt),
        <Form action={href(`${restrictionsPath}/wylaczenia/${id}/koniec`)}>
          <Button kind="secondary">
            {t.end}
            <span class="govuk-visually-hidden"> {t.endOf(worker)}</span>
          </Button>
        </Form>,
      ])}
    />
  )
}
