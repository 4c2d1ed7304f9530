/** Lists show so many rows a page. */
const pageSize = 50

/** The page asked for; the first where the number can't be read. */
export const readPage = (typed: string): number => (/^\d{1,6}$/.test(typed) ? Math.max(1, Number(typed)) : 1)

export interface PageAt {
  page: number
  pages: number
  size: number
  offset: number
}

/** The nearest page there is. */
export function pageAt(count: number, asked: number): PageAt {
  const pages = Math.max(1, Math.ceil(count / pageSize))
  const page = Math.min(asked, pages)
  return { page, pages, size: pageSize, offset: (page - 1) * pageSize }
}
