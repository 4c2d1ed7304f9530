export type Lang = 'pl' | 'uk' | 'en'

/** Polish first: it is the language of a bare address. */
export const langs: readonly Lang[] = ['pl', 'uk', 'en']

const locales = { pl: 'pl-PL', uk: 'uk-UA', en: 'en-GB' } as const satisfies Record<Lang, string>
const timeZone = 'Europe/Warsaw'

/** Word forms by CLDR category; `#` in a form stands for the number itself. */
export interface Forms {
  one: string
  few?: string
  many?: string
  other: string
}

/** `plural('pl', 22, { one: '# dzień', few: '# dni', many: '# dni', other: '# dnia' })` is "22 dni". */
export function plural(lang: Lang, n: number, forms: Forms): string {
  const category = pluralRules[lang].select(n) as keyof Forms
  return (forms[category] ?? forms.other).replace('#', formatNumber(lang, n))
}

export const formatNumber = (lang: Lang, n: number): string => numbers[lang].format(n)

/** "3 marca 2026" */
export const formatDay = (lang: Lang, day: Temporal.PlainDate): string => days[lang].format(day)

/** "wtorek, 3 marca 2026" */
export const formatWeekday = (lang: Lang, day: Temporal.PlainDate): string => weekdays[lang].format(day)

/** "3 marca 2026, 10:00", as clocks in Poland show it. */
export const formatInstant = (lang: Lang, instant: Temporal.Instant): string =>
  `${formatDay(lang, dayOf(instant))}, ${times[lang].format(instant)}`

/** "wtorek, 3 marca 2026, 10:00", as clocks in Poland show it. */
export const formatDayTime = (lang: Lang, instant: Temporal.Instant): string =>
  `${formatWeekday(lang, dayOf(instant))}, ${times[lang].format(instant)}`

/** The calendar day in Poland at this instant. */
export const dayOf = (instant: Temporal.Instant): Temporal.PlainDate =>
  instant.toZonedDateTimeISO(timeZone).toPlainDate()

/** Whole days from `today` to `day`; negative when the day has passed. */
export const daysUntil = (today: Temporal.PlainDate, day: Temporal.PlainDate): number =>
  today.until(day, { largestUnit: 'days' }).days

/** "zostało 12 dni", "ostatni dzień", "po terminie 3 dni". */
export function daysLeft(lang: Lang, n: number): string {
  if (n === 0) return lastDay[lang]
  return n > 0 ? plural(lang, n, left[lang]) : plural(lang, -n, late[lang])
}

/** "dziś", "wczoraj", "12 dni temu". */
export function daysAgo(lang: Lang, n: number): string {
  return relative[lang].format(-Math.abs(n), 'day')
}

/** The same page in a language: Polish addresses are bare, the others start with /uk or /en. */
export function href(lang: Lang, path: string): string {
  if (lang === 'pl' || !path.startsWith('/')) return path
  return path === '/' || path.startsWith('/?') ? `/${lang}${path.slice(1)}` : `/${lang}${path}`
}

/** The opposite of `href`: `/uk/uslugi` is the page `/uslugi` in Ukrainian. */
export function splitLang(pathname: string): { lang: Lang; path: string } {
  const found = /^\/(uk|en)(?=\/|$)/.exec(pathname)
  if (!found) return { lang: 'pl', path: pathname }
  return { lang: found[1] as Lang, path: pathname.slice(found[0].length) || '/' }
}

const perLang = <T>(make: (locale: string) => T): Record<Lang, T> => ({
  pl: make(locales.pl),
  uk: make(locales.uk),
  en: make(locales.en),
})

const pluralRules = perLang((locale) => new Intl.PluralRules(locale))
const numbers = perLang((locale) => new Intl.NumberFormat(locale))
const days = perLang((locale) => new Intl.DateTimeFormat(locale, { dateStyle: 'long' }))
const weekdays = perLang((locale) => new Intl.DateTimeFormat(locale, { dateStyle: 'full' }))
const times = perLang((locale) => new Intl.DateTimeFormat(locale, { timeStyle: 'short', timeZone }))
const relative = perLang((locale) => new Intl.RelativeTimeFormat(locale, { numeric: 'auto' }))

const lastDay: Record<Lang, string> = { pl: 'ostatni dzień', uk: 'останній день', en: 'last day' }

const left: Record<Lang, Forms> = {
  pl: { one: 'został # dzień', few: 'zostały # dni', many: 'zostało # dni', other: 'zostało # dnia' },
  uk: { one: 'залишився # день', few: 'залишилося # дні', many: 'залишилося # днів', other: 'залишилося # дня' },
  en: { one: '# day left', other: '# days left' },
}

const late: Record<Lang, Forms> = {
  pl: { one: 'po terminie # dzień', few: 'po terminie # dni', many: 'po terminie # dni', other: 'po terminie # dnia' },
  uk: {
    one: 'прострочено на # день',
    few: 'прострочено на # дні',
    many: 'прострочено на # днів',
    other: 'прострочено на # дня',
  },
  en: { one: '# day overdue', other: '# days overdue' },
}
