/** The characters a TrueType font has a picture for, read from its `cmap` table (formats 4 and 12, OpenType 1.9). */
export function fontCharacters(font: Buffer): (character: string) => boolean {
  const table = findCmap(font)
  const ranges = table.readUInt16BE(0) === 12 ? readSegments32(table) : readSegments16(table)
  return (character) => {
    const code = character.codePointAt(0)
    return code !== undefined && ranges.some(([first, last]) => first <= code && code <= last)
  }
}

type Range = readonly [first: number, last: number]

/** The widest Unicode subtable: all planes (3, 10) if there is one, else the first plane (3, 1). */
function findCmap(font: Buffer): Buffer {
  const cmap = findTable(font, 'cmap')
  const subtables = Array.from({ length: cmap.readUInt16BE(2) }, (_, index) => {
    const at = 4 + index * 8
    return { platform: cmap.readUInt16BE(at), encoding: cmap.readUInt16BE(at + 2), offset: cmap.readUInt32BE(at + 4) }
  })
  const windows = subtables.filter(({ platform, encoding }) => platform === 3 && (encoding === 10 || encoding === 1))
  const [widest] = windows.sort((a, b) => b.encoding - a.encoding)
  if (!widest) throw new Error('the font has no Unicode character map')
  return cmap.subarray(widest.offset)
}

function findTable(font: Buffer, tag: string): Buffer {
  const count = font.readUInt16BE(4)
  for (let at = 12; at < 12 + count * 16; at += 16) {
    if (font.toString('latin1', at, at + 4) === tag) return font.subarray(font.readUInt32BE(at + 8))
  }
  throw new Error(`the font has no table ${tag}`)
}

function readSegments32(table: Buffer): Range[] {
  return Array.from({ length: table.readUInt32BE(12) }, (_, index) => {
    const at = 16 + index * 12
    return [table.readUInt32BE(at), table.readUInt32BE(at + 4)] as const
  })
}

function readSegments16(table: Buffer): Range[] {
  const count = table.readUInt16BE(6) / 2
  return Array.from({ length: count }, (_, index) => {
    const last = table.readUInt16BE(14 + index * 2)
    const first = table.readUInt16BE(16 + count * 2 + index * 2)
    return [first, last] as const
  }).filter(([first]) => first !== 0xffff)
}
