import type { Page } from 'playwright-core'
import type { Fault } from './fault.ts'

/** What the browser itself complains of while a page loads: errors, blocked content, missing files, strangers. */
export interface Watch {
  /** The complaints since the last time that they were asked for. */
  take(): Fault[]
}

export function watch(page: Page, address: string): Watch {
  let found: Fault[] = []
  const add = (check: string, where: string, what: string) => void found.push({ check, where, what })
  page.on('console', (message) => {
    if (!['error', 'warning'].includes(message.type()) || isAnswer(message.text())) return
    const blocked = /Content Security Policy/.test(message.text())
    add(blocked ? 'policy' : 'console', message.location().url, message.text().slice(0, 200))
  })
  page.on('pageerror', (error) => add('console', page.url(), error.message))
  page.on('request', (request) => {
    if (!request.url().startsWith(address) && !request.url().startsWith('data:')) {
      add('stranger', request.url(), 'is asked for by the page')
    }
  })
  page.on('response', (response) => {
    if (response.status() >= 400 && !response.request().isNavigationRequest()) {
      add('missing', response.url(), `answers ${response.status()}`)
    }
  })
  return {
    take: () => {
      const taken = found
      found = []
      return taken
    },
  }
}

/** A form that came back with errors is told to the console as a failed page: that is our own 422. */
const isAnswer = (text: string): boolean => /the server responded with a status of 4(04|09|22)/.test(text)
