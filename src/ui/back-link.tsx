import { useText } from './frame.tsx'

export const BackLink = ({ href, text }: { href: string; text?: string }) => {
  const t = useText()
  return (
    <a href={href} class="govuk-back-link">
      {text ?? t.back}
    </a>
  )
}
