import { useFrame } from './frame.tsx'
import { weeklyHours } from './weekly-hours.ts'

/**
 * When the centre's phone is answered: days and times in the language of the page, anything else in the centre's own
 * words, marked as Polish on pages in other languages.
 */
export const PhoneHours = () => {
  const { lang, tenant } = useFrame()
  const said = lang === 'pl' ? tenant.phoneHours : weeklyHours(lang, tenant.phoneHours)
  return said === undefined ? <span lang="pl">{tenant.phoneHours}</span> : <span>{said}</span>
}
