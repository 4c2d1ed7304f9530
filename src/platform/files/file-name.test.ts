import assert from 'node:assert/strict'
import { test } from 'node:test'
import { attachmentHeader, cleanFileName, longestName } from './file-name.ts'

const pdf = (name: string) => cleanFileName(name, 'application/pdf')

test('a name keeps its words, and its ending comes from the content', () => {
  assert.equal(pdf('Orzeczenie o niepełnosprawności.pdf'), 'Orzeczenie o niepełnosprawności.pdf')
  assert.equal(cleanFileName('skan.PDF', 'image/png'), 'skan.png')
  assert.equal(cleanFileName('zdjęcie.jpeg', 'image/jpeg'), 'zdjęcie.jpg')
  assert.equal(pdf('Довідка про доходи'), 'Довідка про доходи.pdf')
  assert.equal(pdf('Pismo nr 3.2026.pdf'), 'Pismo nr 3_2026.pdf')
})

test('a name can be no way out of a folder, no device, no second ending and no trick on the eye', () => {
  const names: Record<string, string> = {
    '../../etc/passwd': 'passwd.pdf',
    'C:\\Users\\anna\\umowa.pdf': 'umowa.pdf',
    '..\\..\\a/b\\c.pdf': 'c.pdf',
    'umowa.pdf.exe': 'umowa_pdf.pdf',
    'umowa.html.': 'umowa_html_.pdf',
    'umowa\u202Efdp.exe': 'umowafdp.pdf',
    'a\u0000b\r\nSet-Cookie: x.pdf': 'abSet-Cookie_ x.pdf',
    'a\u200Bb\uFEFFc\u2028d.pdf': 'abcd.pdf',
    'con.pdf': '_con.pdf',
    'LPT1.txt': '_LPT1.pdf',
    'COM¹': '_COM¹.pdf',
    '.htaccess': 'plik.pdf',
    '.ssh.config': '_ssh.pdf',
    '   ': 'plik.pdf',
    '...': 'plik.pdf',
    '': 'plik.pdf',
    'x\uD800y.pdf': 'xy.pdf',
    '<img src=x onerror=alert(1)>.pdf': '_img src=x onerror=alert(1)_.pdf',
    'a"; filename="b.exe': 'a_; filename=_b.pdf',
    '%2e%2e%2fb.pdf': '_2e_2e_2fb.pdf',
    'a\tb   c.pdf': 'ab c.pdf',
  }
  for (const [sent, kept] of Object.entries(names)) assert.equal(pdf(sent), kept, JSON.stringify(sent))
})

test('a name has 120 characters at most, and none of them is half', () => {
  for (const sent of ['a'.repeat(5000), '😀'.repeat(300), `${'ż'.repeat(118)}.pdf`]) {
    const kept = pdf(sent)
    assert.ok([...kept].length <= longestName, String([...kept].length))
    assert.ok(kept.isWellFormed() && kept.endsWith('.pdf'))
  }
})

test('the header carries any name as RFC 6266 wants it, and nothing but a name', () => {
  assert.equal(
    attachmentHeader('Zażółć (1).pdf'),
    `attachment; filename="Zazolc _1_.pdf"; filename*=UTF-8''Za%C5%BC%C3%B3%C5%82%C4%87%20%281%29.pdf`,
  )
  for (const name of ['a"b\r\nX: y.pdf', "it's*.pdf", 'Довідка.pdf', '😀.png', 'a%22b.pdf', 'a;b=c,d.pdf']) {
    const header = attachmentHeader(name)
    assert.match(
      header,
      /^attachment; filename="[A-Za-z0-9 ._-]*"; filename\*=UTF-8''(?:[A-Za-z0-9._~!-]|%[0-9A-Fa-f]{2})*$/,
    )
    assert.equal(decodeURIComponent(header.split("UTF-8''")[1]!), name)
    assert.doesNotThrow(() => new Headers({ 'content-disposition': header }))
  }
})
