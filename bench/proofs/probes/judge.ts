import type { Answer } from '../../../test/support.ts'

/** What must never be seen by the other centre: its mark and its ids. */
export interface Secret {
  mark: string
  ids: ReadonlySet<string>
}

const uuid = /[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}/g

/** Whatever of the other centre stands in an answer; what the probe itself said may be said back. */
export function leaksIn(
  { text, location }: Pick<Answer, 'text' | 'location'>,
  secret: Secret,
  said: string[],
): string[] {
  let shown = `${text}\n${location}`
  for (const word of said) {
    if (word === '') continue
    for (const form of [word, encodeURIComponent(word)]) shown = shown.replaceAll(form, '')
  }
  const ids = (shown.match(uuid) ?? []).filter((id) => secret.ids.has(id))
  return [...(shown.includes(secret.mark) ? ['the mark of the other centre'] : []), ...new Set(ids)]
}

/** As if it weren't there: not found, not permitted, or first sign in. */
export const isRefusal = ({ status, location }: Pick<Answer, 'status' | 'location'>): boolean =>
  status === 404 || status === 403 || (status === 303 && /^\/logowanie(?:\?|$)/.test(location))
