import { Choices, type ChoicesProps } from './choices.tsx'

export interface RadiosProps extends ChoicesProps {
  value?: string | undefined
}

/** One answer of several; `label` is the question. */
export const Radios = ({ value, ...props }: RadiosProps) => (
  <Choices {...props} kind={{ block: 'govuk-radios', type: 'radio', chosen: value === undefined ? [] : [value] }} />
)
