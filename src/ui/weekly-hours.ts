import type { Lang } from '#platform/i18n.ts'

const locales = { pl: 'pl-PL', uk: 'uk-UA', en: 'en-GB' } as const satisfies Record<Lang, string>

/** Any week that begins on a Monday. */
const monday = Temporal.PlainDate.from('2024-01-01')

function weekdays(lang: Lang): string[] {
  const format = new Intl.DateTimeFormat(locales[lang], { weekday: 'long' })
  return Array.from({ length: 7 }, (_, at) => format.format(monday.add({ days: at })))
}

const polish = weekdays('pl')
const named: Record<Lang, readonly string[]> = { pl: polish, uk: weekdays('uk'), en: weekdays('en') }

const time = /^\d{1,2}[:.]\d{2}$/
const fromTo = (written: string): string[] => written.split(/[–-]/).map((one) => one.trim())

/**
 * "poniedziałek–piątek, 7:30–15:30" in another language; several such parts stand between semicolons. Undefined for
 * anything else that a centre wrote: it is shown as written.
 */
export function weeklyHours(lang: Lang, written: string): string | undefined {
  const said = written.split(';').map((one) => {
    const digits = one.search(/\d/)
    if (digits === -1) return undefined
    const days = fromTo(one.slice(0, digits).replace(',', '')).map((name) => polish.indexOf(name.toLowerCase()))
    const times = fromTo(one.slice(digits))
    if (days.includes(-1) || days.length > 2 || times.length !== 2 || !times.every((at) => time.test(at)))
      return undefined
    return `${days.map((at) => named[lang][at]).join('–')}, ${times.join('–').replaceAll('.', ':')}`
  })
  return said.every((one) => one !== undefined) ? said.join('; ') : undefined
}
