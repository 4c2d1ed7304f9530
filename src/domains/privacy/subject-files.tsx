import { formatSize, type Attachment } from '#domains/casework/public.ts'
import { useFrame } from '#ui/frame.tsx'
import { filePath, type Subject } from './subject.ts'
import { privacyText } from './text.ts'

/** The files that somebody handed in: a copy names them, and they are saved one by one to go with it. */
export const SubjectFiles = ({ subject, files }: { subject: Subject; files: readonly Attachment[] }) => {
  const { lang, href } = useFrame()
  const { files: t } = privacyText[lang]
  const standing = files.filter(({ isThere }) => isThere)
  if (standing.length === 0) return null
  return (
    <section aria-labelledby="pliki">
      <h2 class="govuk-heading-m" id="pliki">
        {t.heading}
      </h2>
      <p class="govuk-body">{t.text}</p>
      <ul class="govuk-list govuk-list--spaced">
        {standing.map(({ id, title, name, size }) => (
          <li>
            <a class="govuk-link" href={href(filePath(subject, id))}>
              {title} (<bdi>{name}</bdi>, {formatSize(lang, size)})
            </a>
          </li>
        ))}
      </ul>
    </section>
  )
}
