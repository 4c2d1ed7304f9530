import { lexer, type MarkedToken, type Token, type Tokens } from 'marked'
import type { ComponentChildren } from 'preact'
import { useFrame } from '#ui/frame.tsx'

/**
 * Markdown as elements of our pages. Text goes through Preact like any other, so markup inside it is shown, not
 * obeyed. The first heading is the page's title and is left to the page.
 */
export const Markdown = ({ text }: { text: string }) => (
  <>{lexer(text).map((token) => (isTitle(token) ? null : <Piece token={token} />))}</>
)

/** The sections of a text: what a list of contents leads to. */
export const sectionsOf = (text: string): { id: string; title: string }[] =>
  lexer(text).flatMap((token) =>
    token.type === 'heading' && token['depth'] === 2 ? [{ id: idOf(token['text']), title: token['text'] }] : [],
  )

export const titleOf = (text: string): string | undefined => lexer(text).find(isTitle)?.text

const isTitle = (token: Token): token is Tokens.Heading => token.type === 'heading' && token['depth'] === 1

/** "Jak zgłosić potrzebę" is "jak-zglosic-potrzebe"; Cyrillic stays. */
export const idOf = (title: string): string =>
  title
    .toLowerCase()
    .replaceAll('ł', 'l')
    .normalize('NFD')
    .replaceAll(/(?<=\p{Script=Latin})\p{M}+/gu, '')
    .normalize('NFC')
    .replaceAll(/[^\p{L}\p{N}]+/gu, '-')
    .replaceAll(/^-|-$/g, '')

const Pieces = ({ of }: { of: Token[] | undefined }) => (
  <>
    {of?.map((token) => (
      <Piece token={token} />
    ))}
  </>
)

// Extensions of marked could add tokens of other types; we have none.
const Piece = ({ token }: { token: Token }) => draw(token as MarkedToken)

function draw(token: MarkedToken): ComponentChildren {
  switch (token.type) {
    case 'heading':
      return <Heading {...token} />
    case 'paragraph':
      return (
        <p class="govuk-body">
          <Pieces of={token.tokens} />
        </p>
      )
    case 'list':
      return <List {...token} />
    case 'text':
      return token.tokens ? <Pieces of={token.tokens} /> : token.text
    case 'strong':
      return (
        <strong>
          <Pieces of={token.tokens} />
        </strong>
      )
    case 'em':
      return (
        <em>
          <Pieces of={token.tokens} />
        </em>
      )
    case 'link':
      return <HelpLinkTo {...token} />
    case 'codespan':
      return <code>{token.text}</code>
    case 'br':
      return <br />
    case 'escape':
      return token.text
    case 'space':
    case 'def':
      return null
    default:
      return token.raw
  }
}

const Heading = ({ depth, text, tokens }: Tokens.Heading) =>
  depth <= 2 ? (
    <h2 class="govuk-heading-m" id={idOf(text)}>
      <Pieces of={tokens} />
    </h2>
  ) : (
    <h3 class="govuk-heading-s">
      <Pieces of={tokens} />
    </h3>
  )

const List = ({ ordered, items, loose }: Tokens.List) => {
  const Tag = ordered ? 'ol' : 'ul'
  const spaced = loose ? ' govuk-list--spaced' : ''
  return (
    <Tag class={`govuk-list govuk-list--${ordered ? 'number' : 'bullet'}${spaced}`}>
      {items.map((item) => (
        <li>
          <Pieces of={item.tokens} />
        </li>
      ))}
    </Tag>
  )
}

/** Leads within the site, out by https, to a phone or to e-mail; any other address is only shown. */
const HelpLinkTo = ({ href: target, tokens }: Tokens.Link) => {
  const { href } = useFrame()
  const address = /^(?:https:\/\/|tel:|mailto:|#)/.test(target) ? target : siteAddress(target, href)
  if (address === undefined) return <Pieces of={tokens} />
  return (
    <a class="govuk-link" href={address}>
      <Pieces of={tokens} />
    </a>
  )
}

/** `koordynator.md` in the folder is `/pomoc/koordynator` on the site. */
function siteAddress(target: string, href: (path: string) => string): string | undefined {
  const file = /^(?:\.\.?\/)*([a-z-]+)\.md(#.*)?$/i.exec(target)
  if (file) return `${href(file[1] === 'README' ? '/pomoc' : `/pomoc/${file[1]}`)}${file[2] ?? ''}`
  return /^\/(?![/\\])/.test(target) ? href(target) : undefined
}
