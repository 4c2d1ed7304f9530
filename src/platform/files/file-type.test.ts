import assert from 'node:assert/strict'
import { test } from 'node:test'
import { aJpeg, aPdf, aPng, jpegPart, pngChunk, pngSignature } from '#test/files.ts'
import { readFileType } from './file-type.ts'

const refusedOf = (bytes: Buffer) => {
  const read = readFileType(bytes)
  return 'refused' in read ? read.refused : read.type
}

test('a PDF, a JPEG and a PNG are known by what they are made of', () => {
  assert.equal(refusedOf(aPdf()), 'application/pdf')
  assert.equal(refusedOf(aJpeg()), 'image/jpeg')
  assert.equal(refusedOf(aJpeg({ scans: 10 })), 'image/jpeg')
  assert.equal(refusedOf(aPng()), 'image/png')
})

test('whatever else there is, whatever it is called, is of the wrong type', () => {
  const others: Record<string, Buffer> = {
    html: Buffer.from('<!doctype html><script>alert(1)</script>'),
    svg: Buffer.from('<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"/>'),
    zip: Buffer.from('PK\x03\x04rest', 'latin1'),
    exe: Buffer.from('MZ\x90\0', 'latin1'),
    gif: Buffer.from('GIF89a/*', 'latin1'),
    webp: Buffer.from('RIFF\0\0\0\0WEBPVP8 ', 'latin1'),
    gzip: Buffer.of(0x1f, 0x8b, 8, 0),
    text: Buffer.from('Dzień dobry'),
    'a PDF behind something else': Buffer.concat([Buffer.from('#!/bin/sh\n'), aPdf()]),
    'a mark of order before a PDF': Buffer.concat([Buffer.from('\uFEFF'), aPdf()]),
    'one byte': Buffer.of(0xff),
  }
  for (const [what, bytes] of Object.entries(others)) assert.equal(refusedOf(bytes), 'wrong-type', what)
})

test('a file that was cut anywhere is damaged', () => {
  for (const whole of [aPdf(), aJpeg(), aPng()]) {
    const begins = whole.subarray(0, 8).equals(pngSignature) ? 8 : 5
    for (let length = begins; length < whole.length; length += 1) {
      const read = refusedOf(whole.subarray(0, length))
      const isMissingALineEnd = whole.subarray(length).toString('latin1') === '\n'
      if (!isMissingALineEnd) assert.equal(read, 'damaged', `${length} of ${whole.length}`)
    }
  }
})

test('a PDF without its beginning, its end, or a way from one to the other is damaged', () => {
  const text = aPdf().toString('latin1')
  const broken = {
    'no version': text.replace('%PDF-1.7', '%PDF-x.y'),
    'no end': text.replace('%%EOF', ''),
    'no way': text.replace('startxref', ''),
    'beyond the end': text.replace(/startxref\n\d+/, 'startxref\n99999999'),
    'to something else': text.replace(/startxref\n\d+/, 'startxref\n12'),
    'a page of HTML behind the first line': '%PDF-1.7\n<script>alert(1)</script>',
  }
  for (const [what, bytes] of Object.entries(broken))
    assert.equal(refusedOf(Buffer.from(bytes, 'latin1')), 'damaged', what)
})

test('a PDF that was corrected or signed has several ends, of which the last counts', () => {
  const first = aPdf().toString('latin1')
  const again = first.length
  const whole = `${first}4 0 obj\n<< >>\nendobj\nxref\n0 0\ntrailer\n<< >>\nstartxref\n${first.lastIndexOf('xref\n0 4')}\n%%EOF\n`
  assert.ok(again < whole.length)
  assert.equal(refusedOf(Buffer.from(whole, 'latin1')), 'application/pdf')
})

test('a small picture that claims more pixels than a memory holds is refused by its head', () => {
  for (const size of [
    { width: 60_000, height: 60_000 },
    { width: 20_001, height: 1 },
    { width: 10_000, height: 5001 },
  ]) {
    assert.equal(refusedOf(aPng(size)), 'too-many-pixels', JSON.stringify(size))
    assert.equal(refusedOf(aJpeg(size)), 'too-many-pixels', JSON.stringify(size))
  }
  assert.equal(refusedOf(aPng({ width: 0x7fff_ffff, height: 0x7fff_ffff })), 'too-many-pixels')
  assert.equal(refusedOf(aPng({ width: 4960, height: 7016 })), 'image/png', 'A4 at 600 dots an inch')
  for (const size of [{ width: 0 }, { height: 0 }]) {
    assert.equal(refusedOf(aPng(size)), 'damaged')
    assert.equal(refusedOf(aJpeg(size)), 'damaged')
  }
})

test('thousands of scans over few bytes, which keep a reader busy, are refused', () => {
  assert.equal(refusedOf(aJpeg({ scans: 5000 })), 'damaged')
})

test('a PNG with a wrong sum, two heads, no pixels, or something behind its end is damaged', () => {
  const png = aPng()
  const flipped = Buffer.from(png)
  flipped[45]! ^= 1
  const head = png.subarray(8, 33)
  const none = Buffer.concat([pngSignature, head, pngChunk('IEND', Buffer.alloc(0))])
  const page = Buffer.concat([png, Buffer.from('<html><script>alert(1)</script>')])
  const long = Buffer.from(png)
  long.writeUInt32BE(0xffff_ffff, 33)
  for (const bytes of [flipped, aPng({ more: head }), none, page, long]) assert.equal(refusedOf(bytes), 'damaged')
})

test('a JPEG without a frame, with two, or with a part of no length is damaged', () => {
  const jpeg = aJpeg()
  const frame = jpegPart(0xc0, [8, 0, 1, 0, 1, 1, 1, 0x11, 0])
  const start = jpeg.subarray(0, 2)
  const withoutFrame = Buffer.concat([start, jpegPart(0xda, [1, 1, 0, 0, 63, 0]), Buffer.of(0x3f, 0xff, 0xd9)])
  const twice = Buffer.concat([start, frame, frame, jpeg.subarray(20)])
  const noLength = Buffer.concat([start, Buffer.of(0xff, 0xe0, 0, 0), jpeg.subarray(2)])
  for (const bytes of [withoutFrame, twice, noLength]) assert.equal(refusedOf(bytes), 'damaged')
})

test('a PNG of a depth or a kind of colour that is none, or with a head of another length, is damaged', () => {
  const withHead = (head: Buffer) =>
    Buffer.concat([
      pngSignature,
      pngChunk('IHDR', head),
      pngChunk('IDAT', Buffer.of(1)),
      pngChunk('IEND', Buffer.alloc(0)),
    ])
  const good = [0, 0, 0, 2, 0, 0, 0, 1, 8, 0, 0, 0, 0]
  assert.equal(refusedOf(withHead(Buffer.from(good))), 'image/png')
  for (const bad of [good.with(8, 7), good.with(9, 5), [...good, 0]]) {
    assert.equal(refusedOf(withHead(Buffer.from(bad))), 'damaged')
  }
})

test('a JPEG in which something stands between its parts is damaged', () => {
  const whole = aJpeg()
  const almostAPart = jpegPart(0xe0, [1, 2]).with(0, 0xfe)
  for (const between of [Buffer.from('<script>'), almostAPart]) {
    assert.equal(refusedOf(Buffer.concat([whole.subarray(0, 20), between, whole.subarray(20)])), 'damaged')
  }
})

test('ten megabytes of anything are told in a blink', () => {
  const most = 10 * 1024 * 1024
  const jpeg = aJpeg().subarray(0, -2)
  const png = aPng().subarray(0, -12)
  const worst: [start: Buffer, repeated: Buffer][] = [
    [jpeg, Buffer.of(0xff)],
    [jpeg, Buffer.of(0)],
    [jpeg, Buffer.of(0xff, 0xd0)],
    [png, pngChunk('tEXt', Buffer.alloc(0))],
    [aPdf(), Buffer.from('startxref 0 ')],
  ]
  for (const [start, repeated] of worst) {
    const bytes = Buffer.alloc(most, new Uint8Array(repeated))
    start.copy(bytes)
    const began = performance.now()
    assert.equal(refusedOf(bytes), 'damaged')
    assert.ok(performance.now() - began < 1000, `${performance.now() - began} ms`)
  }
})
