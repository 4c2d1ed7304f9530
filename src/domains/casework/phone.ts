/** A number as it is kept and compared: `+48600100200`; undefined when it can't be a phone number. */
export function parsePhone(typed: string): string | undefined {
  const digits = typed.normalize('NFKC').replaceAll(/[\s().\u2010-\u2015-]/g, '')
  const international = digits.replace(/^00/, '+')
  if (/^\d{9}$/.test(international)) return `+48${international}`
  if (/^48\d{9}$/.test(international)) return `+${international}`
  return /^\+[1-9]\d{7,14}$/.test(international) ? international : undefined
}

/** As people in Poland read it out: `600 100 200`, foreign ones with their country. */
export function formatPhone(phone: string): string {
  const polish = /^\+48(\d{3})(\d{3})(\d{3})$/.exec(phone)
  return polish ? polish.slice(1).join(' ') : phone
}
