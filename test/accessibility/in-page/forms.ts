import { all, controls, fault, isShown, type Check } from './elements.ts'

const textOf = (ids: string | null): string =>
  (ids ?? '')
    .split(/\s+/)
    .map((id) => (id && document.getElementById(id)?.textContent) || '')
    .join(' ')
    .trim()

/** What a screen reader calls the control. A placeholder or title alone is no label. */
function labelOf(control: HTMLInputElement): string {
  const labels = [...(control.labels ?? [])].map((label) => label.textContent.trim()).join(' ')
  return labels || (control.ariaLabel ?? '').trim() || textOf(control.getAttribute('aria-labelledby'))
}

/** Every control has a label, every button a word, every choice its question. */
export const namedControls: Check = () => {
  const nameless = all<HTMLInputElement>(controls).filter((control) => !labelOf(control))
  const silent = all('button, input[type=submit], [role=button]').filter(
    (button) => !`${button.textContent}${button.ariaLabel ?? ''}${button.getAttribute('value') ?? ''}`.trim(),
  )
  const choices = all('input[type=radio]').filter((radio) => {
    const group = radio.closest('fieldset, [role=radiogroup], [role=group]')
    const question = group?.querySelector('legend')?.textContent ?? group?.ariaLabel ?? ''
    return !question.trim() && !textOf(group?.getAttribute('aria-labelledby') ?? null)
  })
  return [
    ...nameless.map((control) => fault('control-name', control, 'has no label')),
    ...silent.map((button) => fault('control-name', button, 'has no words')),
    ...choices.map((radio) => fault('question', radio, 'belongs to no question')),
  ]
}

const referenced = 'aria-describedby aria-labelledby aria-controls aria-owns for'.split(' ')

/** A reference to something that isn't there says nothing. */
export const referencesLead: Check = () =>
  referenced.flatMap((name) =>
    all(`[${name}]`).flatMap((element) =>
      (element.getAttribute(name) ?? '')
        .split(/\s+/)
        .filter((id) => id && !document.getElementById(id))
        .map((id) => fault('reference', element, `${name} names "${id}", which is not there`)),
    ),
  )

/** What a field has to say in an error stands where the field's own description leads. */
export const linkedErrors: Check = ({ refused }) => {
  const messages = all('.govuk-error-message')
  const loose = messages.filter(({ id }) => !id || !document.querySelector(`[aria-describedby~="${CSS.escape(id)}"]`))
  const summary = document.querySelector('.govuk-error-summary')
  const links = [...(summary?.querySelectorAll<HTMLAnchorElement>('a') ?? [])]
  const lost = links.filter(
    ({ hash }) => !document.getElementById(decodeURIComponent(hash.slice(1)))?.matches(controls),
  )
  return [
    ...loose.map((message) => fault('error-link', message, 'no field is described by it')),
    ...lost.map((link) => fault('error-link', link, `"${link.hash}" is not a field`)),
    ...(messages.length > 0 && !summary ? [fault('error-summary', messages[0]!, 'errors without a summary')] : []),
    ...(refused && links.length + messages.length === 0
      ? [{ check: 'error-summary', where: 'document', what: 'nothing says what needs correcting' }]
      : []),
  ]
}

/** Who keeps passwords in a safe may paste them (WCAG 3.3.8). */
export const pasteWelcome: Check = () =>
  all<HTMLInputElement>('input, textarea')
    .filter((control) => isShown(control) && isRefusing(control))
    .map((control) => fault('paste', control, 'refuses to be pasted into'))

const isRefusing = (control: HTMLInputElement): boolean =>
  control.hasAttribute('onpaste') ||
  !control.dispatchEvent(new ClipboardEvent('paste', { bubbles: true, cancelable: true }))
