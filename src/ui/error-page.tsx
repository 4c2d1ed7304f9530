import { may } from '#platform/access.ts'
import type { Lang } from '#platform/i18n.ts'
import type { Ctx } from '#platform/web.ts'
import { errorTextEn } from './error-text.en.ts'
import { errorTextPl, type ErrorText } from './error-text.pl.ts'
import { errorTextUk } from './error-text.uk.ts'
import { useFrame } from './frame.tsx'
import { page } from './page.tsx'
import { PhoneCallout } from './phone-callout.tsx'
import { PhoneLink } from './phone-link.tsx'

const texts: Record<Lang, ErrorText> = { pl: errorTextPl, uk: errorTextUk, en: errorTextEn }

export type ErrorKind = 400 | 404 | 413 | 415 | 500 | 503 | 'forbidden' | 'origin'

const statusOf = (kind: ErrorKind) => (kind === 'forbidden' || kind === 'origin' ? 403 : kind)

/** What went wrong and what to do now, with a phone number. A surprise also gets a number to quote. */
export function errorPage(c: Ctx, kind: ErrorKind): Response {
  const text = texts[c.var.lang ?? 'pl']
  const { title, lead } = text[kind === 'forbidden' ? 403 : kind]
  // An unknown host has no centre, so there is no page to draw.
  if (!c.var.tenant) return c.text(`${title}. ${lead}`, statusOf(kind))
  const reference = kind === 500 ? c.var.requestId : undefined
  const emergency = kind === 404 && mayBreakGlass(c) ? caseIn(c.var.path) : undefined
  const body = <ErrorBody {...{ title, lead, text, reference, emergency }} />
  return page(c, { title, status: statusOf(kind), body, noindex: true })
}

const mayBreakGlass = (c: Ctx): boolean => c.var.actor !== undefined && may(c.var.actor, 'emergency.open')

/** The id in the address of a case, whether or not there is such a case: the offer tells nothing about that. */
const caseIn = (path: string): string | undefined =>
  /^\/praca\/(?:wnioski|plany|osoby)\/([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})(?:[/?]|$)/.exec(path)?.[1]

interface ErrorBodyProps {
  title: string
  lead: string
  text: ErrorText
  reference: string | undefined
  /** The case that was asked for, where this person may open one in an emergency. */
  emergency: string | undefined
}

function ErrorBody({ title, lead, text, reference, emergency }: ErrorBodyProps) {
  const { href, user, tenant } = useFrame()
  return (
    <>
      <h1 class="govuk-heading-l">{title}</h1>
      <p class="govuk-body-l">{lead}</p>
      {reference && (
        <p class="govuk-body">
          {text.reference} <code>{reference}</code>
        </p>
      )}
      {emergency && (
        <>
          <p class="govuk-body">
            {text.emergency}{' '}
            <a class="govuk-link" href={href(`/praca/dostep-awaryjny?sprawa=${emergency}`)}>
              {text.toEmergency}
            </a>
          </p>
          <p class="govuk-body">
            {text.emergencyElse} <PhoneLink phone={tenant.phone} />
          </p>
        </>
      )}
      {!user && (
        <>
          <p class="govuk-body">{text.callUs}</p>
          <PhoneCallout />
        </>
      )}
      <p class="govuk-body">
        <a class="govuk-link" href={href(user ? '/praca' : '/')}>
          {user ? text.toDesk : text.toHome}
        </a>
      </p>
    </>
  )
}
