import type { ComponentChildren } from 'preact'
import { errorFor, valueOf, type FieldError, type FormValues } from '#platform/forms.ts'
import { Button } from '#ui/button.tsx'
import { DateInput } from '#ui/date-input.tsx'
import { ErrorSummary } from '#ui/error-summary.tsx'
import { Form } from '#ui/form.tsx'
import { useFrame } from '#ui/frame.tsx'
import { Textarea } from '#ui/textarea.tsx'
import { typedDay } from '../form-reading.ts'
import { ConflictNotice, type Difference } from './conflict-notice.tsx'
import { planPath } from './plan-paths.ts'
import type { PlanRecord } from './plan-record.ts'
import { PlanIdentity } from './plan-summary.tsx'

/** What every form on a page of its own gets. */
export interface PlanFormProps {
  plan: PlanRecord
  /** What the form must send back to be sure of what was seen. */
  version: number
  formKey: string
  values: FormValues
  errors: readonly FieldError[]
  conflict?: { readonly differences: readonly Difference[] | undefined } | undefined
}

interface ShellProps extends PlanFormProps {
  title: string
  lead?: string
  /** Below the plan's address. */
  path: string
  button: string
  children: ComponentChildren
}

/** One form about a plan: whose plan, what is asked, the fields, one button. */
export const PlanFormShell = (props: ShellProps) => {
  const { href } = useFrame()
  const { plan, version, formKey, errors, conflict, title, lead, path, button, children } = props
  return (
    <>
      <ErrorSummary errors={errors} />
      <PlanIdentity plan={plan} />
      <h1 class="govuk-heading-l">{title}</h1>
      {lead !== undefined && <p class="govuk-body">{lead}</p>}
      {conflict && <ConflictNotice differences={conflict.differences} keepHref={href(planPath(plan.id))} />}
      <Form action={href(planPath(plan.id, path))} formKey={formKey} hidden={{ version }}>
        {children}
        <Button>{button}</Button>
      </Form>
    </>
  )
}

interface FieldOf {
  props: Pick<PlanFormProps, 'values' | 'errors'>
  name: string
  label: string
  hint?: string
}

export const DayOf = ({ props, name, label, hint }: FieldOf) => (
  <DateInput
    name={name}
    label={label}
    hint={hint}
    value={typedDay(props.values, name)}
    error={errorFor(props.errors, name)}
  />
)

export const TextOf = ({ props, name, label, hint, rows = 4 }: FieldOf & { rows?: number }) => (
  <Textarea
    name={name}
    label={label}
    hint={hint}
    rows={rows}
    value={valueOf(props.values, name)}
    error={errorFor(props.errors, name)}
  />
)
