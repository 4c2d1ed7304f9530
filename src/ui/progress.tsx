import { useText } from './frame.tsx'

/** "Pytanie 3 z 7", above the question. */
export const Progress = ({ at, of }: { at: number; of: number }) => (
  <p class="govuk-caption-l splot-progress">{useText().question(at, of)}</p>
)
