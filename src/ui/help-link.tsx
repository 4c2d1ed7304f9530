import { useFrame, useText } from './frame.tsx'
import { helpFor } from './help-topics.ts'

/** From a page of the workplace to the help that tells how to do what it is for. */
export const HelpLink = () => {
  const { href, path, user } = useFrame()
  const t = useText()
  const slug = helpFor(path, user?.roles ?? [])
  return (
    <a class="govuk-link" href={href(slug ? `/pomoc/${slug}` : '/pomoc')}>
      {t.helpHere}
    </a>
  )
}
