import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import { SMTPServer } from 'smtp-server'
import { smtpPost } from '#platform/mail-sender.ts'

/** Letters whose every part tries to become a header, a recipient or a command of its own. */
const received: { to: string[]; headers: string }[] = []
const server = new SMTPServer({
  authOptional: true,
  disabledCommands: ['STARTTLS'],
  logger: false,
  onData: (stream, { envelope }, done) => {
    const chunks: Buffer[] = []
    stream.on('data', (chunk: Buffer) => chunks.push(chunk))
    stream.on('end', () => {
      const [headers = ''] = Buffer.concat(chunks).toString('latin1').split('\r\n\r\n')
      received.push({ to: envelope.rcptTo.map(({ address }) => address), headers })
      done()
    })
  },
})
const port = await new Promise<number>((resolve) => {
  server.listen(0, '127.0.0.1', () => resolve((server.server.address() as { port: number }).port))
})
after(() => new Promise<void>((resolve) => void server.close(() => resolve())))

const post = smtpPost(`smtp://127.0.0.1:${port}`)
const from = { name: 'CUS', address: 'cus@example.org' }
const good = 'anna@example.org'

const tricks = [
  ...[
    'x\r\nBcc: evil@evil.example',
    'x\nBcc: evil@evil.example',
    'x\rBcc: evil@evil.example',
    'x\r\n\r\nBody',
    'x\u2028Bcc: evil',
  ],
  ...[
    'x\r\n.\r\nMAIL FROM:<evil@evil.example>',
    'evil@evil.example, x',
    'x <evil@evil.example>',
    '"x" <evil@evil.example>,',
  ],
  ...[
    '=?utf-8?q?x=0D=0ABcc:_evil@evil.example?=',
    'x%0d%0aBcc: evil@evil.example',
    'x\0Bcc: evil',
    ';evil@evil.example',
    '(x) evil@evil.example',
  ],
]

test('a name or a subject adds no recipient and no header', async () => {
  for (const trick of tricks) {
    received.length = 0
    await post({ from, to: { name: trick, address: good }, subject: trick, text: trick })
    assert.deepEqual(
      received.map(({ to }) => to),
      [[good]],
      trick,
    )
    for (const { headers } of received) assert.doesNotMatch(headers, /^(bcc|cc)\s*:/im, trick)
  }
})

test('an address that is more than one mailbox reaches nobody else', async () => {
  const addresses = [
    ...[`${good}, evil@evil.example`, `${good};evil@evil.example`, `${good}\r\nRCPT TO:<evil@evil.example>`],
    ...[`<${good}> <evil@evil.example>`, `${good}>\r\nDATA`, `"${good} evil"@evil.example,${good}`],
  ]
  for (const address of addresses) {
    received.length = 0
    await post({ from, to: { name: 'Anna', address }, subject: 'x', text: 'x' }).catch(() => {})
    const others = received.flatMap(({ to }) => to).filter((to) => to !== good)
    assert.ok(received.length <= 1 && received.every(({ to }) => to.length === 1), `${address} → ${others.join()}`)
  }
})
