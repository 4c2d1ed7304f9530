import { hash } from 'node:crypto'

/**
 * A sum over the rows of a table that doesn't depend on their order: the SHA-256 of each row, added modulo 2²⁵⁶. No
 * sort is needed, and one row lost, doubled or changed by one bit changes it. It finds mishaps; forgery is found by the
 * seal of the file that holds it.
 */
export class RowSum {
  #words = new Uint32Array(8)
  rows = 0

  add(row: Buffer): void {
    const digest = hash('sha256', row, 'buffer')
    let carry = 0
    for (let word = 0; word < 8; word += 1) {
      const sum = this.#words[word]! + digest.readUInt32LE(word * 4) + carry
      this.#words[word] = sum
      carry = sum > 0xffff_ffff ? 1 : 0
    }
    this.rows += 1
  }

  toString(): string {
    return Buffer.from(this.#words.buffer).toString('hex')
  }
}

/** Rows as COPY's text format ends them; a line feed inside a value is written as two characters there. */
export class RowSplitter {
  /** Pieces of the row that hasn't ended; each is looked through once, since a row with a file has many. */
  #rest: Buffer[] = []

  /** True when the last row was complete. */
  get isWhole(): boolean {
    return this.#rest.length === 0
  }

  /** The rows that end in these bytes, each with its line feed. */
  *split(bytes: Buffer): Generator<Buffer> {
    let from = 0
    for (let at = bytes.indexOf(10); at !== -1; at = bytes.indexOf(10, from)) {
      const end = bytes.subarray(from, at + 1)
      const row = this.#rest.length > 0 ? Buffer.concat([...this.#rest, end]) : end
      this.#rest = []
      from = at + 1
      yield row
    }
    if (from < bytes.length) this.#rest.push(bytes.subarray(from))
  }
}
