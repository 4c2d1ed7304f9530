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

const day = `(${polish.join('|')})`
const time = String.raw`\d{1,2}[:.]\d{2}`
const part = new RegExp(`^${day}(?:\\s*[–-]\\s*${day})?,?\\s+(${time}\\s*[–-]\\s*${time})$`, 'i')

/**
 * "poniedziałek–piątek, 7:30–15:30" in another language; several such parts stand between semicolons. Undefined for
 * anything else that a centre wrote: it is shown as written.
 */
export function weeklyHours(lang: Lang, written: string): string | undefined {
  const said = written.split(';').map((one) => {
    const found = part.exec(one.trim())
    if (!found) return undefined
    const [, from, to, times] = found
    const days = [from, to].flatMap((name) => (name ? [named[lang][polish.indexOf(name.toLowerCase())]] : []))
    return `${days.join('–')}, ${times!.replace(/\s*[–-]\s*/, '–').replaceAll('.', ':')}`
  })
  return said.every((one) => one !== undefined) ? said.join('; ') : undefined
}
