import assert from 'node:assert/strict'
import type { Answer, Fields, Visitor } from './support.ts'

/** What the form with this address hides: its key, its version, its step. */
export function hiddenIn(html: string, action: string, containing = ''): Record<string, string> {
  const forms = html.match(/<form[\s\S]*?<\/form>/g) ?? []
  const form = forms.find((one) => one.includes(`action="${action}"`) && one.includes(containing))
  assert.ok(form, `no form to ${action} with "${containing}"\n${html.slice(0, 1500)}`)
  const inputs = form.matchAll(/<input type="hidden" name="([^"]+)" value="([^"]*)"/g)
  return Object.fromEntries([...inputs].map(([, name, value]) => [name!, value!]))
}

/** Opens the page, fills in the form that goes to `action`, and sends it. */
export async function fillIn(
  browser: Visitor,
  at: { page: string; action: string; containing?: string },
  fields: Fields = {},
): Promise<Answer> {
  const page = await browser.get(at.page)
  assert.equal(page.status, 200, `${at.page}: ${page.status} ${page.text.slice(0, 300)}`)
  return browser.post(at.action, { ...hiddenIn(page.text, at.action, at.containing), ...fields })
}

export const day = (name: string, iso: string): Fields => {
  const { year, month, day } = Temporal.PlainDate.from(iso)
  return { [`${name}-day`]: String(day), [`${name}-month`]: String(month), [`${name}-year`]: String(year) }
}

/** The sentences of the error summary, or the beginning of the page. */
export const errorsIn = (html: string): string =>
  /govuk-error-summary__list">([\s\S]*?)<\/ul>/
    .exec(html)?.[1]
    ?.replaceAll(/<[^>]+>/g, ' ')
    .trim() ?? html.slice(0, 800)
