import type { FullTexts } from './text-in-languages.ts'

/** An answer of "I don't know what to look for" and the codes of the service types it leads to. */
export interface GuideAnswer {
  code: string
  text: FullTexts
  types: readonly string[]
}

/** A life situation: a door of the home page and the first answer of the guide. */
export interface Situation {
  code: string
  title: FullTexts
  /** One sentence on the door. */
  sentence: FullTexts
  question: FullTexts
  answers: readonly GuideAnswer[]
}

export const answer = (code: string, types: string, pl: string, uk: string, en: string): GuideAnswer => ({
  code,
  types: types.split(' '),
  text: { pl, uk, en },
})

export const hardest = { pl: 'Co jest najtrudniejsze?', uk: 'Що найважче?', en: 'What is hardest?' }
export const needed = { pl: 'Czego potrzeba?', uk: 'Що потрібно?', en: 'What is needed?' }
