import type { Role } from '#platform/actor.ts'

/** The help texts in `docs/help`, by their address under `/pomoc`, in the order of the index. */
export const helpSlugs = [
  'mieszkaniec',
  'moje-konto',
  'punkt-obslugi',
  'koordynator',
  'organizator-uslug',
  'dyrektor',
  'organizator-spolecznosci',
  'inspektor-ochrony-danych',
  'administrator',
  'pozostale-role',
] as const
export type HelpSlug = (typeof helpSlugs)[number]

const helpOfRole: Record<Role, HelpSlug> = {
  director: 'dyrektor',
  'service-organiser': 'organizator-uslug',
  'plan-coordinator': 'koordynator',
  'community-organiser': 'organizator-spolecznosci',
  'front-desk': 'punkt-obslugi',
  provider: 'pozostale-role',
  'data-protection-officer': 'inspektor-ochrony-danych',
  accountant: 'pozostale-role',
  administrator: 'administrator',
  'regional-analyst': 'pozostale-role',
}

/** Whose daily work a part of the workplace is. */
const rolesOfPlace: readonly { path: string; roles: readonly Role[] }[] = [
  { path: '/praca/zgloszenia', roles: ['front-desk'] },
  { path: '/praca/wnioski', roles: ['plan-coordinator', 'front-desk'] },
  { path: '/praca/osoby', roles: ['plan-coordinator', 'front-desk'] },
  { path: '/praca/plany', roles: ['plan-coordinator', 'director'] },
  { path: '/praca/luki', roles: ['service-organiser'] },
  { path: '/praca/audyt', roles: ['data-protection-officer'] },
  { path: '/praca/dane-osobowe', roles: ['data-protection-officer', 'director'] },
  { path: '/praca/dostepy-awaryjne', roles: ['data-protection-officer'] },
  { path: '/praca/osoby-chronione', roles: ['data-protection-officer', 'director'] },
  { path: '/praca/dostep-awaryjny', roles: ['plan-coordinator'] },
  { path: '/praca/konta', roles: ['administrator'] },
  { path: '/praca/zastepstwa', roles: ['administrator', 'director'] },
  { path: '/praca/uprawnienia', roles: ['administrator'] },
]

/** How one signs in is the same in every role. */
const placesOfEveryone = ['/praca/moje-konto', '/praca/potwierdzenie', '/praca/dokoncz']

/** The help for this page and this person: of the role whose page it is, else of the first role that they have. */
export function helpFor(path: string, held: readonly Role[]): HelpSlug | undefined {
  if (placesOfEveryone.some((place) => isWithin(path, place))) return 'moje-konto'
  const place = rolesOfPlace.find((known) => isWithin(path, known.path))
  const role = place?.roles.find((one) => held.includes(one)) ?? held[0]
  return role && helpOfRole[role]
}

const isWithin = (path: string, place: string): boolean =>
  path.startsWith(place) && ['/', '?', undefined].includes(path[place.length])
