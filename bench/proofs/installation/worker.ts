import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { codeAtStep, stepAt } from '#domains/accounts/totp.ts'
import type { SampleAccount } from '#domains/accounts/sample-accounts.ts'
import type { Role } from '#platform/actor.ts'
import { hiddenFields } from '#test/support.ts'

export interface Received {
  status: number
  location: string
  text: string
}

/** A member of staff of the sample city over real HTTP. A broken connection is tried again, as a patient person would. */
export class Worker {
  readonly #cookies: Map<string, string>
  readonly #address: string
  /** Sent with every request, as a proxy would add them. */
  readonly #standing: Record<string, string>
  /** Requests that had to be sent again: nobody answered, or the answer was 503. */
  retries = 0

  constructor(address: string, cookies = new Map<string, string>(), standing: Record<string, string> = {}) {
    this.#address = address
    this.#cookies = cookies
    this.#standing = standing
  }

  /** The same person in another tab, whose requests go to another process of the installation. */
  at(address: string): Worker {
    return new Worker(address, this.#cookies, this.#standing)
  }

  get cookie(): string {
    return [...this.#cookies].map(([name, value]) => `${name}=${value}`).join('; ')
  }

  /** With the account that the first start wrote into the data folder; the phone shows the code of `now`. */
  async signIn(dataFolder: string, role: Role, now = Temporal.Now.instant()): Promise<void> {
    const answer = await this.askToSignIn(dataFolder, role, now)
    if (answer.status !== 303) throw new Error(`${role} could not sign in: ${answer.status}`)
  }

  async askToSignIn(dataFolder: string, role: Role, now: Temporal.Instant): Promise<Received> {
    const accounts = JSON.parse(await readFile(join(dataFolder, 'sample-accounts.json'), 'utf8')) as Record<
      string,
      SampleAccount[]
    >
    const { email, password, totpSecret } = Object.values(accounts)[0]!.find((account) => account.role === role)!
    const code = codeAtStep(totpSecret, stepAt(now))
    const page = await this.get('/logowanie')
    return this.post('/logowanie', { ...hiddenFields(page.text), email, password, code })
  }

  get(path: string): Promise<Received> {
    return this.#persist(path, {})
  }

  /** Sends the same bytes again until somebody answers; what makes that safe is the form's key among the fields. */
  post(path: string, fields: Record<string, string>): Promise<Received> {
    return this.#persist(path, this.#form(fields))
  }

  /** One try; status 0 when nobody answered. A form is sent where fields are given. */
  async tryOnce(path: string, fields?: Record<string, string>): Promise<Received> {
    const nobody = { status: 0, location: '', text: '' }
    return this.#send(path, fields ? this.#form(fields) : {}).catch(() => nobody)
  }

  #form(fields: Record<string, string>): RequestInit {
    const body = new URLSearchParams(fields).toString()
    const headers = { origin: this.#address, 'content-type': 'application/x-www-form-urlencoded' }
    return { method: 'POST', body, headers }
  }

  async #persist(path: string, init: RequestInit): Promise<Received> {
    const deadline = performance.now() + 60_000
    for (;;) {
      const received = await this.#send(path, init).catch(() => undefined)
      if (received && received.status < 500) return received
      if (received && received.status !== 503) throw new Error(`${path} answered ${received.status}`)
      if (performance.now() > deadline) throw new Error(`${path} was not answered for a minute`)
      this.retries += 1
      await sleep(20 + Math.random() * 60)
    }
  }

  async #send(path: string, init: RequestInit): Promise<Received> {
    const { cookie } = this
    const signal = AbortSignal.timeout(15_000)
    const headers = { ...this.#standing, ...(init.headers as Record<string, string>), cookie }
    const response = await fetch(this.#address + path, { ...init, headers, signal, redirect: 'manual' })
    const text = await response.text()
    for (const set of response.headers.getSetCookie()) {
      const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(set) ?? []
      this.#cookies.set(name, value)
    }
    return { status: response.status, location: response.headers.get('location') ?? '', text }
  }
}
