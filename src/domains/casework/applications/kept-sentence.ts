import { isStaff } from '#platform/actor.ts'
import type { Ctx } from '#platform/web.ts'
import { formatPhone } from '../phone.ts'
import { contactForKept } from '../restriction/kept-person.ts'
import { restrictionText } from '../restriction/text.ts'
import { isPersonOpenTo } from './person-queries.ts'
import { applicationsText } from './text.ts'

/** Somebody has this PESEL: said in the same kind way whether or not this account may see who. */
export async function samePeselSentence(c: Ctx, holder: string): Promise<string> {
  const { tx, actor, lang } = c.var
  if (isStaff(actor) && (await isPersonOpenTo(tx, holder, actor))) return applicationsText[lang].errors.samePesel
  return keptSentence(c, holder)
}

/** Whom to call instead of writing the person down again; nothing about the person. */
export async function keptSentence(c: Ctx, personId: string): Promise<string> {
  const { tx, tenant, lang } = c.var
  const contact = await contactForKept(tx, personId)
  const phone = contact?.phone ? formatPhone(contact.phone) : tenant.phone
  return restrictionText[lang].kept(contact?.name, phone)
}
