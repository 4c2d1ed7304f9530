import { answersPing, sayClamdAddress } from '#platform/files/virus-scan.ts'
import { type Check, fail, ok, skipped } from './check.ts'

export const scanChecks: readonly Check[] = [
  {
    id: 'virus-scan',
    what: 'the virus scanner answers within three seconds',
    advice: 'Is clamd running, and does SPLOT_CLAMD lead to it? Until it answers no attachment is taken.',
    look: async ({ config: { clamd } }) => {
      if (!clamd) return skipped('SPLOT_CLAMD is not set: attachments are not looked over for viruses')
      const where = sayClamdAddress(clamd)
      return (await answersPing(clamd)) ? ok(where) : fail(`${where} does not answer PONG`)
    },
  },
]
