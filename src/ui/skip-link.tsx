import { useText } from './frame.tsx'

export const SkipLink = ({ href = '#tresc', text }: { href?: string; text?: string }) => {
  const t = useText()
  return (
    <a href={href} class="govuk-skip-link">
      {text ?? t.skipToContent}
    </a>
  )
}
