/**
 * Passkeys: shows the forms that need one where the browser can, asks the server for a challenge, lets the device sign
 * it and sends the form with the answer. Whatever the server has to say, it says on the page that answers the form.
 */

type Bytes = { challenge: string; [name: string]: unknown }

const toBytes = (text: string): Uint8Array<ArrayBuffer> =>
  Uint8Array.from(atob(text.replaceAll('-', '+').replaceAll('_', '/')), (sign) => sign.charCodeAt(0))

const toText = (bytes: ArrayBuffer | null): string =>
  btoa(String.fromCharCode(...new Uint8Array(bytes ?? new ArrayBuffer(0))))
    .replaceAll('+', '-')
    .replaceAll('/', '_')
    .replaceAll('=', '')

/** The server's challenge; nothing when it has something to say on the page first. */
async function challengeFor(form: HTMLFormElement, address: string): Promise<Bytes | undefined> {
  const fields = new URLSearchParams()
  for (const [name, value] of new FormData(form)) if (typeof value === 'string') fields.append(name, value)
  const answer = await fetch(address, { method: 'POST', body: fields, redirect: 'error' }).catch(() => undefined)
  return answer?.ok ? ((await answer.json()) as Bytes) : undefined
}

interface KeyNamed {
  id: string
  [name: string]: unknown
}

async function addPasskey(options: Bytes): Promise<Record<string, string> | undefined> {
  const { user, excludeCredentials } = options as unknown as { user: KeyNamed; excludeCredentials: KeyNamed[] }
  const publicKey = {
    ...options,
    challenge: toBytes(options.challenge),
    user: { ...user, id: toBytes(user.id) },
    excludeCredentials: excludeCredentials.map((known) => ({ ...known, id: toBytes(known.id) })),
  } as unknown as PublicKeyCredentialCreationOptions
  const made = (await navigator.credentials.create({ publicKey })) as PublicKeyCredential | null
  if (!made) return undefined
  const response = made.response as AuthenticatorAttestationResponse
  return {
    credentialId: toText(made.rawId),
    clientData: toText(response.clientDataJSON),
    authenticatorData: toText(response.getAuthenticatorData()),
    publicKey: toText(response.getPublicKey()),
  }
}

async function signIn(options: Bytes): Promise<Record<string, string> | undefined> {
  const publicKey = { ...options, challenge: toBytes(options.challenge) } as PublicKeyCredentialRequestOptions
  const used = (await navigator.credentials.get({ publicKey })) as PublicKeyCredential | null
  if (!used) return undefined
  const response = used.response as AuthenticatorAssertionResponse
  return {
    credentialId: toText(used.rawId),
    clientData: toText(response.clientDataJSON),
    authenticatorData: toText(response.authenticatorData),
    signature: toText(response.signature),
    userHandle: toText(response.userHandle),
  }
}

/** The form goes off with what the device answered, or without anything when the server wants to say something. */
async function send(box: HTMLElement, form: HTMLFormElement): Promise<void> {
  const options = await challengeFor(form, box.dataset['challenge']!)
  const answer = options && (await (box.dataset['passkey'] === 'add' ? addPasskey : signIn)(options))
  if (options && !answer) throw new Error('the device gave nothing')
  for (const [name, value] of Object.entries(answer ?? {})) {
    form.querySelector<HTMLInputElement>(`input[name="${name}"]`)!.value = value
  }
  form.submit()
}

function show(box: HTMLElement, name: 'cancelled' | 'known' | undefined): void {
  for (const said of ['cancelled', 'known']) {
    box.querySelector<HTMLElement>(`[data-passkey-${said}]`)?.toggleAttribute('hidden', said !== name)
  }
}

function offer(box: HTMLElement): void {
  const form = box.querySelector('form')!
  let busy = false
  box.hidden = false
  for (const absent of document.querySelectorAll<HTMLElement>('[data-passkey-absent]')) absent.hidden = true
  form.addEventListener('submit', (event) => {
    event.preventDefault()
    event.stopPropagation()
    if (busy) return
    busy = true
    show(box, undefined)
    send(box, form)
      .catch((error: unknown) => show(box, isKnown(error) && box.dataset['passkey'] === 'add' ? 'known' : 'cancelled'))
      .finally(() => (busy = false))
  })
}

const isKnown = (error: unknown): boolean => error instanceof DOMException && error.name === 'InvalidStateError'

if ('PublicKeyCredential' in window && window.isSecureContext) {
  for (const box of document.querySelectorAll<HTMLElement>('[data-passkey]')) offer(box)
}
