import { may, type Action } from '#platform/access.ts'
import type { Actor } from '#platform/actor.ts'
import type { Frame } from './frame.tsx'
import type { Link } from './link.ts'
import type { UiText } from './text.pl.ts'
import { uiText } from './text.ts'

type SectionName = keyof UiText['sections']

const publicSections: readonly { name: SectionName; path: string }[] = [
  { name: 'services', path: '/uslugi' },
  { name: 'needHelp', path: '/potrzebuje-pomocy' },
  { name: 'myCase', path: '/moja-sprawa' },
]

/** The workplace in the order of a day's work; a section is shown to those who may do what it is for. */
const staffSections: readonly { name: SectionName; path: string; action?: Action }[] = [
  { name: 'today', path: '/praca' },
  { name: 'reports', path: '/praca/zgloszenia', action: 'report.read' },
  { name: 'applications', path: '/praca/wnioski', action: 'application.read' },
  { name: 'plans', path: '/praca/plany', action: 'plan.read' },
  { name: 'gaps', path: '/praca/luki', action: 'gap.read' },
  { name: 'audit', path: '/praca/audyt', action: 'audit.read' },
  { name: 'personalData', path: '/praca/dane-osobowe', action: 'personal-data.read' },
  { name: 'accounts', path: '/praca/konta', action: 'account.manage' },
  { name: 'deputies', path: '/praca/zastepstwa', action: 'deputy.appoint' },
  { name: 'permissions', path: '/praca/uprawnienia', action: 'access.read' },
]

export const isStaffPath = (path: string): boolean => isWithin(path, '/praca')

/** The sections that this person sees on this page; the current one is marked. */
export function sectionsFor(frame: Pick<Frame, 'lang' | 'path' | 'href'>, actor: Actor): Link[] {
  const shown = isStaffPath(frame.path)
    ? staffSections.filter(({ action }) => action === undefined || may(actor, action))
    : publicSections
  return shown.map(({ name, path }) => ({
    text: uiText[frame.lang].sections[name],
    href: frame.href(path),
    current: path === '/praca' ? pathname(frame.path) === path : isWithin(frame.path, path),
  }))
}

const pathname = (path: string): string => path.split('?')[0] ?? path
const isWithin = (path: string, section: string): boolean =>
  pathname(path) === section || path.startsWith(`${section}/`)
