import { extensions, type FileType } from './file-type.ts'

/** In characters, with the extension. */
export const longestName = 120

/** Names that Windows keeps for devices, whatever follows the first dot. */
const devices = /^(?:con|prn|aux|nul|conin\$|conout\$|(?:com|lpt)[0-9¹²³])$/i
/** Control and format characters (those that turn the direction of reading are among them), and what is no character. */
const unseen = /[\p{Cc}\p{Cf}\p{Co}\p{Cn}\p{Cs}\p{Zl}\p{Zp}\uFFFD]/gu
const reserved = /["*:<>?|.%]/g
const lastExtension = /\.[A-Za-z0-9]{1,8}$/

/**
 * The name under which a file is kept: the last part of what was sent, without what a system could stumble over or a
 * person be misled by. It has one dot; what follows it comes from the content.
 */
export function cleanFileName(sent: string, type: FileType): string {
  const last = sent.normalize('NFC').split(/[/\\]/).at(-1) ?? ''
  const bare = last.replace(unseen, '').trim().replace(lastExtension, '')
  const plain = bare
    .replace(reserved, '_')
    .replaceAll(/\s{1,20}/gu, ' ')
    .trim()
  const extension = `.${extensions[type]}`
  const cut = [...plain]
    .slice(0, longestName - extension.length)
    .join('')
    .trim()
  const stem = cut.replaceAll('_', '') === '' ? 'plik' : cut
  return `${devices.test(stem) ? '_' : ''}${stem}${extension}`
}

/**
 * The header by which a browser saves an answer under a name and never shows it (RFC 6266): in plain letters for the
 * oldest, and encoded as RFC 8187 wants it for all others.
 */
export function attachmentHeader(name: string): string {
  const plain = name
    .normalize('NFD')
    .replaceAll(/\p{M}/gu, '')
    .replaceAll(/[łŁ]/g, (letter) => (letter === 'ł' ? 'l' : 'L'))
    .replaceAll(/[^A-Za-z0-9 ._-]/g, '_')
  const encoded = encodeURIComponent(name).replaceAll(/['()*]/g, (sign) => `%${sign.charCodeAt(0).toString(16)}`)
  return `attachment; filename="${plain}"; filename*=UTF-8''${encoded}`
}
