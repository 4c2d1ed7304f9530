/** Some programs write a little behind the end. */
const tailLength = 1024

const head = /^%PDF-[12]\.\d[\r\n]/
/** Where the table of contents begins. Only the last one counts: each signature and correction adds its own. */
const pointer = /^startxref[\r\n \t]{1,8}(\d{1,10})[\r\n \t]{1,8}%%EOF/
const table = /^[\0\t\n\f\r ]{0,8}(?:xref\b|\d{1,10} \d{1,5} obj\b)/

/**
 * Whether a PDF holds together (ISO 32000): a version at its very beginning, an end, and from there a way back to the
 * table of its objects. What stands in the objects is the business of whoever opens it.
 */
export function whyNotPdf(bytes: Buffer): 'damaged' | undefined {
  if (!head.test(bytes.toString('latin1', 0, 16))) return 'damaged'
  const tail = bytes.toString('latin1', Math.max(0, bytes.length - tailLength))
  const last = pointer.exec(tail.slice(Math.max(0, tail.lastIndexOf('startxref'))))
  const at = Number(last?.[1] ?? bytes.length)
  return table.test(bytes.toString('latin1', at, at + 32)) ? undefined : 'damaged'
}
