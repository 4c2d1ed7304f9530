/** A Polish number as written, dialled with +48 where no country is given. */
export const PhoneLink = ({ phone }: { phone: string }) => (
  <a class="govuk-link splot-phone" href={`tel:${dialled(phone)}`}>
    {phone}
  </a>
)

const dialled = (phone: string): string => {
  const digits = phone.replaceAll(/[^\d+]/g, '')
  return digits.startsWith('+') || digits.length < 9 ? digits : `+48${digits}`
}
