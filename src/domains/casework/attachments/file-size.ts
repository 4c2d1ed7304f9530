import { formatNumber, type Lang } from '#platform/i18n.ts'

const units: Record<Lang, readonly [thousands: string, millions: string]> = {
  pl: ['kB', 'MB'],
  uk: ['кБ', 'МБ'],
  en: ['kB', 'MB'],
}

/** "12 kB", "1,2 MB": as people weigh files. */
export function formatSize(lang: Lang, bytes: number): string {
  const [thousands, millions] = units[lang]
  if (bytes < 1_000_000) return `${formatNumber(lang, Math.max(1, Math.round(bytes / 1000)))} ${thousands}`
  return `${formatNumber(lang, Math.round(bytes / 100_000) / 10)} ${millions}`
}
