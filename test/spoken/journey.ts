import { after, test } from 'node:test'
import type { Page } from 'playwright-core'
import { whyNoBrowser } from '../browser.ts'
import { openStage, type Stage } from '../journeys/journey.ts'
import { Script } from './script.ts'

const skip = whyNoBrowser() ?? false

/** The journeys of one file, on one program: each is walked at a desk and compared with its golden file. */
export async function openJourneys() {
  const stage = skip === false ? await openStage() : undefined
  after(() => stage?.close())
  return (title: string, name: string, walk: (script: Script, stage: Stage) => Promise<void>): void => {
    void test(title, { skip }, () =>
      stage!.as({ width: 1280, scripts: true }, async (page) => {
        const script = new Script(page)
        await walk(script, stage!)
        await script.isAsWritten(name)
      }),
    )
  }
}

export const press = (name: string | RegExp) => (page: Page) =>
  page.getByRole('button', { name, exact: true }).first().click()

export const follow = (name: string | RegExp) => (page: Page) => page.getByRole('link', { name }).first().click()
