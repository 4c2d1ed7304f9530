import type { FieldError, FormValues } from '#platform/forms.ts'
import type { PlanView } from './plan-view.ts'

export interface PlanPageProps {
  view: PlanView
  /** What was typed into one of the page's forms that came back. */
  values?: FormValues | undefined
  errors?: readonly FieldError[] | undefined
}
