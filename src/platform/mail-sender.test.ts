import assert from 'node:assert/strict'
import { test } from 'node:test'
import { SMTPServer } from 'smtp-server'
import { aCentre, testDeps } from '#test/support.ts'
import type { ChangeFeed } from './changes.ts'
import { smtpPost, startMailSender, type Post } from './mail-sender.ts'
import { listMail, writeMail } from './mail.ts'

const quiet: ChangeFeed = { listen: () => undefined, stop: async () => undefined }
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

async function sendAll(post: Post | undefined) {
  const deps = await testDeps()
  const centre = await aCentre(deps)
  await centre.work((tx) => writeMail(tx, letter))
  const sender = startMailSender({ ...deps, tenants: centre.tenants, post }, quiet)
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
