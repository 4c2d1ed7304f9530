import type { Page } from 'playwright-core'
import { typedForm } from './in-page/elements.ts'

/** How many forms of the page there are to type into. */
export const countTypedForms = (page: Page): Promise<number> =>
  page.evaluate((selector) => document.querySelectorAll(selector).length, typedForm)

/** Empties what can be emptied and sends the form past the browser's own checks; gives the status of the answer. */
export async function sendEmpty(page: Page, form: number): Promise<number> {
  const [answer] = await Promise.all([
    page.waitForResponse(
      (response) => response.request().isNavigationRequest() && response.request().method() === 'POST',
    ),
    page.waitForEvent('load'),
    page.evaluate(
      ([selector, nth]) => {
        const element = document.querySelectorAll<HTMLFormElement>(selector)[nth]!
        for (const field of element.querySelectorAll<HTMLInputElement>('input:not([type=hidden]), textarea, select')) {
          if (field.type === 'radio' || field.type === 'checkbox') field.checked = false
          else field.value = ''
        }
        element.submit()
      },
      [typedForm, form] as const,
    ),
  ])
  return answer.status()
}
