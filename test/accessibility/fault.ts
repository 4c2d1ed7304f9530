/** One thing on a page that keeps somebody out: which check found it, on which element, and what is wrong. */
export interface Fault {
  check: string
  where: string
  what: string
}

export const sayFault = ({ check, where, what }: Fault): string => `${check}: ${what} (${where})`
