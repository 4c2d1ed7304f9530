import { useFrame, useText } from '#ui/frame.tsx'
import { textIn, type Texts } from './text-in-languages.ts'
import type { DirectoryText } from './text.pl.ts'
import { directoryText } from './text.ts'

export const useDirectoryText = (): DirectoryText => directoryText[useFrame().lang]

/** A text in the page's language; marked with its own language where nobody translated it yet. */
export const Said = ({ texts }: { texts: Texts }) => {
  const page = useFrame().lang
  const { text, lang } = textIn(texts, page)
  return lang === page ? <>{text}</> : <span lang={lang}>{text}</span>
}

/** Says once a page that what providers wrote isn't translated yet. */
export const PolishNotice = () => {
  const { onlyIn } = useText()
  return useFrame().lang === 'pl' ? null : <p class="govuk-hint">{onlyIn}</p>
}
