import { toFormValues, type FormValues } from '../forms.ts'

/** A file as it was sent: nothing of this is believed but the bytes. */
export interface SentFile {
  name: string
  bytes: Buffer
  /** The request was longer than any that is read: the file goes on behind these bytes. */
  cutOff: boolean
}

export interface Multipart {
  values: FormValues
  /** By the name of the field; the first of each. */
  files: Map<string, SentFile>
}

const mostParts = 50
const longestHead = 4096
const longestText = 64 * 1024
const newline = '\r\n'

const boundarySigns = /^[\w'()+,./:=? -]{1,70}$/

/** The boundary that the type of a body names (RFC 2046): up to seventy plain signs. */
export function boundaryOf(contentType: string): string | undefined {
  const [type, ...parameters] = contentType.split(';').map((part) => part.trim())
  if (type?.toLowerCase() !== 'multipart/form-data') return undefined
  const named = parameters.find((one) => one.toLowerCase().startsWith('boundary='))?.slice('boundary='.length) ?? ''
  const boundary = named.startsWith('"') && named.endsWith('"') ? named.slice(1, -1) : named
  return boundarySigns.test(boundary) ? boundary : undefined
}

/**
 * The fields and files of a form's body (RFC 7578). `isCut` when the body was given up on the way: what had come is
 * read all the same, so that nothing typed is lost. Undefined for a body that is no form.
 */
export function readMultipart(body: Buffer, boundary: string, isCut: boolean): Multipart | undefined {
  const delimiter = Buffer.from(`${newline}--${boundary}`)
  const first = body.subarray(0, delimiter.length - 2)
  if (!first.equals(delimiter.subarray(2))) return undefined
  const typed = new URLSearchParams()
  const files: Multipart['files'] = new Map()
  let at = first.length
  for (let parts = 0; body.toString('latin1', at, at + 2) === newline; parts += 1) {
    const end = body.indexOf(delimiter, at)
    if (parts === mostParts || (end === -1 && !isCut)) return undefined
    const part = readPart(body.subarray(at + 2, end === -1 ? undefined : end))
    if (!part) return isCut && end === -1 ? { values: toFormValues(typed), files } : undefined
    const { name, fileName, content } = part
    if (fileName !== undefined) {
      if (!files.has(name)) files.set(name, { name: fileName, bytes: content, cutOff: end === -1 })
    } else if (end !== -1 && content.length <= longestText) typed.append(name, content.toString('utf8'))
    else if (!isCut) return undefined
    if (end === -1) return { values: toFormValues(typed), files }
    at = end + delimiter.length
  }
  const isWhole = body.toString('latin1', at, at + 2) === '--'
  return isWhole || isCut ? { values: toFormValues(typed), files } : undefined
}

interface Part {
  name: string
  fileName: string | undefined
  content: Buffer
}

function readPart(part: Buffer): Part | undefined {
  const end = part.subarray(0, longestHead).indexOf(newline + newline)
  if (end === -1) return undefined
  const lines = part.toString('utf8', 0, end).split(newline)
  const disposition = lines.find((line) => /^content-disposition: *form-data *;/i.test(line)) ?? ''
  const name = parameter(disposition, 'name')
  if (name === undefined) return undefined
  return { name, fileName: parameter(disposition, 'filename'), content: part.subarray(end + 4) }
}

/** As browsers write it (HTML, multipart/form-data encoding): in quotes, with quotes and line ends as %22, %0D and %0A. */
function parameter(disposition: string, name: string): string | undefined {
  const from = disposition.indexOf(`; ${name}="`)
  if (from === -1) return undefined
  const start = from + name.length + 4
  const end = disposition.indexOf('"', start)
  if (end === -1) return undefined
  return disposition.slice(start, end).replaceAll(/%(22|0D|0A)/gi, (sign) => decodeURIComponent(sign))
}
