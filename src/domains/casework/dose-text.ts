import { formatNumber, plural, type Forms, type Lang } from '#platform/i18n.ts'
import type { Dose, LineUnit } from './plan.ts'

const units = {
  pl: {
    hour: { one: '# godzina', few: '# godziny', many: '# godzin', other: '# godziny' },
    visit: { one: '# wizyta', few: '# wizyty', many: '# wizyt', other: '# wizyty' },
    meal: { one: '# posiłek', few: '# posiłki', many: '# posiłków', other: '# posiłku' },
    km: { one: '# kilometr', few: '# kilometry', many: '# kilometrów', other: '# kilometra' },
    day: { one: '# doba', few: '# doby', many: '# dób', other: '# doby' },
  },
  uk: {
    hour: { one: '# година', few: '# години', many: '# годин', other: '# години' },
    visit: { one: '# візит', few: '# візити', many: '# візитів', other: '# візиту' },
    meal: { one: '# обід', few: '# обіди', many: '# обідів', other: '# обіду' },
    km: { one: '# кілометр', few: '# кілометри', many: '# кілометрів', other: '# кілометра' },
    day: { one: '# доба', few: '# доби', many: '# діб', other: '# доби' },
  },
  en: {
    hour: { one: '# hour', other: '# hours' },
    visit: { one: '# visit', other: '# visits' },
    meal: { one: '# meal', other: '# meals' },
    km: { one: '# kilometre', other: '# kilometres' },
    day: { one: '# day and night', other: '# days and nights' },
  },
} satisfies Record<Lang, Record<LineUnit, Forms>>

const times = {
  pl: { one: '# raz', few: '# razy', many: '# razy', other: '# razy' },
  uk: { one: '# раз', few: '# рази', many: '# разів', other: '# раза' },
  en: { one: '# time', other: '# times' },
} satisfies Record<Lang, Forms>

interface Rhythm {
  /** Once in the period, in one phrase. */
  once: Record<Dose['per'], string>
  /** After a number of times. */
  each: Record<Dose['per'], string>
}
const rhythm: Record<Lang, Rhythm> = {
  pl: {
    once: { day: 'codziennie', week: 'raz w tygodniu', month: 'raz w miesiącu', plan: 'jednorazowo' },
    each: { day: 'dziennie', week: 'w tygodniu', month: 'w miesiącu', plan: 'w czasie planu' },
  },
  uk: {
    once: { day: 'щодня', week: 'раз на тиждень', month: 'раз на місяць', plan: 'одноразово' },
    each: { day: 'на день', week: 'на тиждень', month: 'на місяць', plan: 'за час плану' },
  },
  en: {
    once: { day: 'every day', week: 'once a week', month: 'once a month', plan: 'once' },
    each: { day: 'a day', week: 'a week', month: 'a month', plan: 'during the plan' },
  },
}

/** "4 godziny, 2 razy w tygodniu" */
export function doseText(lang: Lang, dose: Dose): string {
  const { once, each } = rhythm[lang]
  const howOften = dose.times === 1 ? once[dose.per] : `${plural(lang, dose.times, times[lang])} ${each[dose.per]}`
  return `${plural(lang, dose.amount, units[lang][dose.unit])}, ${howOften}`
}

/** The units as a form offers them: "godziny", "wizyty" … */
export function unitName(lang: Lang, unit: LineUnit): string {
  return plural(lang, 2, units[lang][unit]).replace(formatNumber(lang, 2), '').trim()
}
