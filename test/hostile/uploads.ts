import { aJpeg, aPdf, aPng } from '../files.ts'
import type { FoundForm } from './forms.ts'
import type { Random } from './random.ts'
import { hostileValue, plausibleValue } from './values.ts'

const whole = [aPdf(), aJpeg(), aPng(), Buffer.concat([aJpeg(), Buffer.from('<script>alert(1)</script>')])]
const bombs = [aPng({ width: 60_000, height: 60_000 }), aJpeg({ width: 65_535, height: 65_535 }), aJpeg({ scans: 500 })]
const keySigns = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_'

/** A form with a file as its page gives it: the file whole, cut, spoilt or something else, the parts in any order. */
export function drawUpload({ hidden, names }: FoundForm, random: Random): Uint8Array<ArrayBuffer> {
  const value = () => (random.chance(0.5) ? plausibleValue(random) : hostileValue(random)).toWellFormed()
  const fields = { ...hidden, _key: random.text(keySigns, 22) }
  const typed = names.filter((name) => name !== 'file').map((name) => [name, value()] as const)
  const parts = [...Object.entries(fields), ...typed].map(([name, text]) => part(`name="${name}"`, Buffer.from(text)))
  const name = hostileValue(random).toWellFormed().slice(0, 400)
  parts.push(part(`name="file"; filename="${name}"`, drawFile(random)))
  if (random.chance(0.1))
    parts.push(part(random.pick(['name="file"', 'filename="x"', 'name="__proto__"', 'x']), drawFile(random)))
  if (random.chance(0.3)) parts.reverse()
  const body = Buffer.concat([...parts, Buffer.from(random.chance(0.95) ? '--x--\r\n' : '--x')])
  return new Uint8Array(random.chance(0.9) ? body : body.subarray(0, random.below(body.length)))
}

const part = (says: string, content: Buffer): Buffer =>
  Buffer.concat([Buffer.from(`--x\r\nContent-Disposition: form-data; ${says}\r\n\r\n`), content, Buffer.from('\r\n')])

function drawFile(random: Random): Buffer {
  if (random.chance(0.1)) return random.pick(bombs)
  if (random.chance(0.1)) return Buffer.from(hostileValue(random))
  const bytes = Buffer.from(random.pick(whole))
  if (random.chance(0.3)) return bytes.subarray(0, random.below(bytes.length))
  if (random.chance(0.5))
    for (let n = random.below(8); n > 0; n -= 1) bytes[random.below(bytes.length)] = random.below(256)
  return bytes
}
