import { useFrame } from './frame.tsx'

/** When the centre's phone is answered, in the centre's own words; marked as Polish on pages in other languages. */
export const PhoneHours = () => {
  const { lang, tenant } = useFrame()
  return <span lang={lang === 'pl' ? undefined : 'pl'}>{tenant.phoneHours}</span>
}
