import { newFormKey } from '#platform/form-keys.ts'
import { newReceiptCode } from '#platform/receipt-code.ts'
import { Worker } from '../installation/worker.ts'
import type { Ask } from './send.ts'

/** A kind of flood: what is sent, over how many connections. */
export interface Kind {
  name: string
  connections: number
  asks: Ask[]
}

/** Everything that floods comes from here, but for the guesses that come from everywhere. */
export const flooding = '198.51.100.7'
const everywhere = '10.7.{n}'

const formOf = (fields: Record<string, string>): string =>
  new URLSearchParams(fields).toString().replaceAll('%7Bn%7D', '{n}')

const guessAt = (email: string, from: string): Ask => ({
  path: '/logowanie',
  from,
  body: formOf({ email, password: 'nie to haslo {n}', code: '123456' }),
})

export const searches = (connections: number): Kind => ({
  name: `searches over ${connections} connections`,
  connections,
  asks: ['opieka', 'asystent osoby', 'kryzys', 'mieszkanie chronione'].map((words) => ({
    path: `/uslugi?q=${encodeURIComponent(words)}+{n}`,
    from: flooding,
  })),
})

/** No word is known, so each is compared with all of the index: the dearest search that there is. */
export const nonsense = (): Kind => ({
  name: 'searches for sixteen words of nonsense',
  connections: 50,
  asks: Array.from({ length: 500 }, () => ({
    path: `/uslugi?q=${Array.from({ length: 15 }, noWord).join('+')}+{n}`,
    from: flooding,
  })),
})

const noWord = (): string => Array.from({ length: 11 }, () => 'aeionrztwskpmd'[Math.floor(Math.random() * 14)]).join('')

export const signIns = (): Kind => ({
  name: 'sign-ins as anybody from one address',
  connections: 50,
  asks: [guessAt('kto{n}@example.org', flooding)],
})

export const guessesAtOne = (email: string): Kind => ({
  name: 'sign-ins as one person from 10,000 addresses',
  connections: 50,
  asks: [guessAt(email, everywhere)],
})

export const receiptGuesses = (): Kind => ({
  name: 'guesses of receipt codes',
  connections: 50,
  asks: Array.from({ length: 3000 }, () => ({
    path: '/moja-sprawa',
    from: flooding,
    body: formOf({ code: newReceiptCode(), year: '1961' }),
  })),
})

const answers: Record<string, Record<string, string>> = {
  'dla-kogo': { reporter: 'self' },
  'co-sie-dzieje': { words: 'Próba zalania.', situation: 'caring' },
  'kogo-dotyczy': { givenName: 'Próba', familyName: 'Zalania', birthYear: '1961' },
  kontakt: { contactWay: 'phone', phone: '600 100 200' },
  'gdzie-mieszka': {},
  dodatkowo: { language: 'pl' },
}

/** Filled in beforehand, each from an address of its own; then they are all sent from one, and new ones begun. */
export async function reports(address: string, count: number): Promise<Kind> {
  const asks: Ask[] = []
  for (let at = 1; at <= count; at += 1) {
    const resident = new Worker(address, new Map(), { 'x-forwarded-for': `192.0.2.${at}` })
    for (const [page, fields] of Object.entries(answers)) {
      const { status } = await resident.post(`/potrzebuje-pomocy/${page}`, fields)
      if (status !== 303) throw new Error(`${page} answered ${status}`)
    }
    const path = '/potrzebuje-pomocy'
    const body = formOf({ _key: newFormKey() })
    asks.push({ path: `${path}/sprawdz`, from: flooding, body, cookie: resident.cookie })
    asks.push({ path: `${path}/dla-kogo`, from: flooding, body: formOf({ reporter: 'self' }) })
  }
  return { name: 'reports of needs', connections: 50, asks }
}
