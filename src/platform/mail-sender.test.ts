import assert from 'node:assert/strict'
import { test } from 'node:test'
import { SMTPServer } from 'smtp-server'
import { aCentre, testDeps, type TestCentre } from '#test/support.ts'
import type { ChangeFeed } from './changes.ts'
import { smtpPost, startMailSender, type Post } from './mail-sender.ts'
import { linkPlace, listMail, writeMail } from './mail.ts'
import type { TenantDirectory } from './tenant.ts'

const quiet: ChangeFeed = { listen: () => undefined, hearAll: async () => undefined, stop: async () => undefined }
const letter = {
  to: { name: 'Żaneta Ćwik, jr', address: 'zaneta@example.org' },
  subject: 'Mamy Twoje zgłoszenie',
  text: 'Zażółć gęślą jaźń.',
}

async function catcher() {
  const received: { to: string[]; text: string }[] = []
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS'],
    logger: false,
    onData: (stream, session, done) => {
      const chunks: Buffer[] = []
      stream.on('data', (chunk: Buffer) => chunks.push(chunk))
      stream.on('end', () => {
        received.push({
          to: session.envelope.rcptTo.map(({ address }) => address),
          text: Buffer.concat(chunks).toString(),
        })
        done()
      })
    },
  })
  await new Promise<void>((resolve) => void server.listen(0, '127.0.0.1', () => resolve()))
  const address = server.server.address()
  const port = typeof address === 'object' && address ? address.port : 0
  return { received, port, stop: () => new Promise<void>((resolve) => void server.close(() => resolve())) }
}

/** This centre alone: the letters of others are not ours to send. */
const only = ({ id, tenants }: TestCentre): TenantDirectory => ({
  ...tenants,
  list: async () => (await tenants.list()).filter((tenant) => tenant.id === id),
})

async function sendAll(post: Post | undefined) {
  const deps = await testDeps()
  const centre = await aCentre(deps)
  await centre.work((tx) => writeMail(tx, letter))
  const sender = startMailSender({ ...deps, tenants: only(centre), post }, quiet)
  await sender.sendDue()
  const kept = await centre.work((tx) => listMail(tx, 5))
  await sender.stop()
  return { kept, sender, centre }
}

test('a letter reaches one mailbox whole, and its text is emptied', async () => {
  const mailbox = await catcher()
  const { kept } = await sendAll(smtpPost(`smtp://127.0.0.1:${mailbox.port}`))
  await mailbox.stop()
  assert.deepEqual(
    mailbox.received.map(({ to }) => to),
    [['zaneta@example.org']],
  )
  assert.equal(kept[0]?.body, '')
  assert.ok(kept[0]?.sent_at)
})

test('a letter that cannot be sent stays and waits', async () => {
  const { kept } = await sendAll(async () => {
    throw Object.assign(new Error('no'), { code: 'ECONNREFUSED' })
  })
  assert.equal(kept[0]?.sent_at, null)
  assert.equal(kept[0]?.body, letter.text)
})

test('without a mail server the letter stays readable in the mailbox', async () => {
  const { kept } = await sendAll(undefined)
  assert.equal(kept[0]?.body, letter.text)
  assert.ok(kept[0]?.sent_at)
})

test('a link waits sealed, is sent in its place, and goes with the text', async () => {
  const deps = await testDeps()
  const centre = await aCentre(deps)
  const address = 'https://cus.example.org/zaproszenie/0123'
  const withLink = { ...letter, text: `Otwórz: ${linkPlace}`, link: { address, sealer: deps.sealer } }
  await centre.work((tx) => writeMail(tx, withLink))
  const [waiting] = await centre.work((tx) => listMail(tx, 5))
  assert.ok(!JSON.stringify(waiting).includes('0123') && !waiting!.sealed_link!.includes('0123'))
  const sent: string[] = []
  const sender = startMailSender(
    { ...deps, tenants: only(centre), post: async ({ text }) => void sent.push(text) },
    quiet,
  )
  await sender.sendDue()
  await sender.stop()
  assert.deepEqual(sent, [`Otwórz: ${address}`])
  const [gone] = await centre.work((tx) => listMail(tx, 5))
  assert.equal(gone?.body, '')
  assert.equal(gone.sealed_link, null)
})
