/** Public holidays: Act of 18 January 1951 on days free from work, art. 1; Christmas Eve since 2025 (Dz.U. 2024 poz. 1965). */
export function isPublicHoliday(day: Temporal.PlainDate): boolean {
  const monthDay = day.toString().slice(5)
  if (FIXED.has(monthDay)) return true
  if (monthDay === '12-24') return day.year >= 2025
  const afterEaster = easterSunday(day.year).until(day, { largestUnit: 'days' }).days
  return MOVABLE.has(afterEaster)
}

const FIXED = new Set(['01-01', '01-06', '05-01', '05-03', '08-15', '11-01', '11-11', '12-25', '12-26'])

/** Days after Easter Sunday: itself, Easter Monday, Pentecost, Corpus Christi. */
const MOVABLE = new Set([0, 1, 49, 60])

/** Easter Sunday by the Gregorian calendar (Meeus, Astronomical Algorithms, chapter 8). */
export function easterSunday(year: number): Temporal.PlainDate {
  const golden = year % 19
  const century = Math.floor(year / 100)
  const inCentury = year % 100
  const moonShift = Math.floor((8 * century + 13) / 25)
  const epact = (19 * golden + century - Math.floor(century / 4) - moonShift + 15) % 30
  const weekday = (32 + 2 * (century % 4) + 2 * Math.floor(inCentury / 4) - epact - (inCentury % 4)) % 7
  const correction = Math.floor((golden + 11 * epact + 22 * weekday) / 451)
  const days = epact + weekday - 7 * correction + 114
  return Temporal.PlainDate.from({ year, month: Math.floor(days / 31), day: (days % 31) + 1 })
}
