import { errorFor, valueOf, valuesOf, type FieldError, type FormValues } from '#platform/forms.ts'
import { Button } from '#ui/button.tsx'
import { ErrorSummary } from '#ui/error-summary.tsx'
import { Form } from '#ui/form.tsx'
import { useFrame } from '#ui/frame.tsx'
import { IdentityBar } from '#ui/identity-bar.tsx'
import { Select } from '#ui/select.tsx'
import { Textarea } from '#ui/textarea.tsx'
import type { Group, ListedNeed } from '../plan/offers.ts'
import { reconnaissancePath } from './reconnaissance-paths.ts'
import { reconnaissanceText } from './text.ts'

interface NeedsPageProps {
  application: { readonly id: string; readonly number: string }
  personName: string
  needs: readonly ListedNeed[]
  groups: readonly Group[]
  formKey: string
  values: FormValues
  errors: readonly FieldError[]
}

/** The needs of the assessment by group, to be ticked, and a place for one in the person's own words. */
export const NeedsPage = ({ application, personName, formKey, ...props }: NeedsPageProps) => {
  const { lang, href } = useFrame()
  const t = reconnaissanceText[lang]
  const { needs, groups, values, errors } = props
  const byGroup = Map.groupBy(needs, (need) => need.groupCode)
  return (
    <>
      <ErrorSummary errors={errors} />
      <IdentityBar title={personName} facts={[application.number]} />
      <h1 class="govuk-heading-l">{t.needsTitle}</h1>
      <p class="govuk-body">{t.needsLead}</p>
      <Form action={href(reconnaissancePath(application.id, '/potrzeby'))} formKey={formKey}>
        {groups
          .filter((group) => byGroup.has(group.code))
          .map((group) => (
            <GroupNeeds group={group} needs={byGroup.get(group.code) ?? []} chosen={valuesOf(values, 'need')} />
          ))}
        <Textarea
          name="ownNeed"
          label={t.ownNeed}
          rows={2}
          value={valueOf(values, 'ownNeed')}
          error={errorFor(errors, 'ownNeed')}
        />
        <Select
          name="ownGroup"
          label={t.ownGroup}
          options={groups.map((group) => ({ value: group.code, text: group.name }))}
          value={valueOf(values, 'ownGroup')}
          error={errorFor(errors, 'ownGroup')}
        />
        <Button>{t.saveNeeds}</Button>
      </Form>
    </>
  )
}

interface GroupNeedsProps {
  group: Group
  needs: readonly ListedNeed[]
  chosen: readonly string[]
}

/** Every box has the same name and an id of its own, so that one list of ticks comes back. */
const GroupNeeds = ({ group, needs, chosen }: GroupNeedsProps) => (
  <fieldset class="govuk-fieldset govuk-form-group">
    <legend class="govuk-fieldset__legend govuk-fieldset__legend--s">{group.name}</legend>
    <div class="govuk-checkboxes govuk-checkboxes--small">
      {needs.map((need) => (
        <div class="govuk-checkboxes__item">
          <input
            class="govuk-checkboxes__input"
            id={`need-${need.id}`}
            name="need"
            type="checkbox"
            value={need.id}
            checked={chosen.includes(need.id)}
          />
          <label class="govuk-label govuk-checkboxes__label" for={`need-${need.id}`}>
            {need.name}
          </label>
        </div>
      ))}
    </div>
  </fieldset>
)
