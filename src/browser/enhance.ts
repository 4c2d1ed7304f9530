/** Small comforts for browsers that run scripts; every page works the same without them. */

/** Whoever comes back to a form with errors hears and sees them first; its links lead into the field. */
function focusErrors(): void {
  const summary = document.querySelector<HTMLElement>('[data-error-summary]')
  if (!summary) return
  summary.focus()
  summary.addEventListener('click', (event) => {
    const link = event.target instanceof Element ? event.target.closest<HTMLAnchorElement>('a[href^="#"]') : undefined
    const field = link && document.getElementById(decodeURIComponent(link.hash.slice(1)))
    if (!field) return
    event.preventDefault()
    const seenFirst = field.closest('fieldset')?.querySelector('legend') ?? field.closest('.govuk-form-group')
    seenFirst?.scrollIntoView()
    field.focus({ preventScroll: true })
  })
}

/** "12 / 500" beside the sentence that says the limit. */
function countCharacters(): void {
  for (const box of document.querySelectorAll<HTMLTextAreaElement>('[data-max-length]')) {
    const limit = document.getElementById(`${box.id}-limit`)
    if (!limit) continue
    const count = limit.appendChild(document.createElement('span'))
    count.className = 'splot-count'
    count.ariaHidden = 'true'
    const show = () => {
      count.textContent = ` ${box.value.length} / ${box.dataset['maxLength']}`
      count.classList.toggle('splot-count--over', box.value.length > Number(box.dataset['maxLength']))
    }
    box.addEventListener('input', show)
    show()
  }
}

/** A second press within a second doesn't send the form again; the server would notice, but the reader waits less. */
function sendOnce(): void {
  document.addEventListener('submit', (event) => {
    const form = event.target as HTMLFormElement
    if (!form.matches('[data-once]')) return
    if (form.dataset['sent']) event.preventDefault()
    form.dataset['sent'] = 'yes'
    setTimeout(() => delete form.dataset['sent'], 1000)
  })
}

/** What is announced as a button is pressed with the space bar as well. */
function pressWithSpace(): void {
  document.addEventListener('keydown', (event) => {
    if (event.key !== ' ' || !(event.target instanceof HTMLAnchorElement) || event.target.role !== 'button') return
    event.preventDefault()
    event.target.click()
  })
}

/** A table wider than its box can be scrolled with the arrow keys once it can be reached; it says its name then. */
function reachWideTables(): void {
  for (const box of document.querySelectorAll<HTMLElement>('.splot-table')) {
    if (box.scrollWidth <= box.clientWidth) continue
    box.tabIndex = 0
    box.role = 'region'
    box.ariaLabel = box.querySelector('caption')?.textContent ?? ''
  }
}

focusErrors()
countCharacters()
sendOnce()
pressWithSpace()
reachWideTables()
