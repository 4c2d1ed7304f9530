import { Choices, type ChoicesProps } from './choices.tsx'

export interface CheckboxesProps extends ChoicesProps {
  values?: readonly string[] | undefined
}

/** Any number of answers; `label` is the question. */
export const Checkboxes = ({ values = [], ...props }: CheckboxesProps) => (
  <Choices {...props} kind={{ block: 'govuk-checkboxes', type: 'checkbox', chosen: values }} />
)
