import type { Visit } from '../accessibility/pages.ts'
import type { Person, World } from '../accessibility/world.ts'

/** A form as a person found it: what can be typed, what can be chosen, what it hides. */
export interface FoundForm {
  person: Person
  action: string
  names: string[]
  hidden: Record<string, string>
  /** It sends a file. */
  withFile: boolean
  /** The values that its boxes, lists and buttons offer. */
  offered: Record<string, string[]>
}

export interface Found {
  forms: FoundForm[]
  /** Every address of this site that a page names, without a fragment. */
  addresses: string[]
}

const attribute = (tag: string, name: string): string =>
  (new RegExp(`\\s${name}="([^"]*)"`).exec(tag)?.[1] ?? '').replaceAll('&amp;', '&')

/** Looks at each page once more as the person who found it. */
export async function findForms({ people }: World, visits: readonly Visit[]): Promise<Found> {
  const forms = new Map<string, FoundForm>()
  const addresses = new Set<string>()
  for (const { path, person } of visits) {
    const { text } = await people.get(person)!.get(path)
    for (const form of formsIn(text, path, person)) forms.set(`${person} ${form.action} ${form.names.join()}`, form)
    for (const [, address] of text.matchAll(/(?:href|action)="(\/[^"#]*)/g))
      addresses.add(address!.replaceAll('&amp;', '&'))
    addresses.add(path)
  }
  return { forms: [...forms.values()], addresses: [...addresses] }
}

function formsIn(html: string, path: string, person: Person): FoundForm[] {
  return (html.match(/<form[\s\S]*?<\/form>/g) ?? [])
    .filter((form) => form.includes('method="post"') && !form.includes('/wylogowanie'))
    .map((form) => {
      const tags = form.match(/<(?:input|textarea|select|button)\b[^>]*>/g) ?? []
      const hidden = tags.filter((tag) => attribute(tag, 'type') === 'hidden')
      const names = tags.filter((tag) => !hidden.includes(tag)).map((tag) => attribute(tag, 'name'))
      return {
        person,
        action: attribute(form.slice(0, form.indexOf('>') + 1), 'action') || path,
        withFile: form.includes('enctype="multipart/form-data"'),
        names: [...new Set(names.filter((name) => name !== ''))],
        hidden: Object.fromEntries(hidden.map((tag) => [attribute(tag, 'name'), attribute(tag, 'value')])),
        offered: offeredIn(form, tags),
      }
    })
}

function offeredIn(form: string, tags: readonly string[]): Record<string, string[]> {
  const offered: Record<string, string[]> = {}
  const offer = (name: string, value: string) => name && value && (offered[name] ??= []).push(value)
  for (const tag of tags) offer(attribute(tag, 'name'), attribute(tag, 'value'))
  for (const list of form.match(/<select[\s\S]*?<\/select>/g) ?? [])
    for (const option of list.match(/<option[^>]*>/g) ?? []) offer(attribute(list, 'name'), attribute(option, 'value'))
  return offered
}
