const placeholder = 'https://here.invalid'

/**
 * Where to go after signing in: a path of this site, else undefined. Whatever a browser could read as another host or
 * scheme is refused, also when it is encoded.
 */
export function safeNextPath(given: string | undefined): string | undefined {
  if (!given || given.length > 2000 || !isPlain(given) || !isPlain(decoded(given))) return undefined
  if (!URL.canParse(given, placeholder)) return undefined
  const { origin, pathname, search } = new URL(given, placeholder)
  if (origin !== placeholder || !isPlain(pathname)) return undefined
  return pathname + search
}

/** One slash, then neither a slash nor a backslash; no backslash or control sign anywhere, no doubled slash on the way. */
const isPlain = (path: string): boolean =>
  /^\/(?![/\\])[^\\\p{Cc}]*$/u.test(path) && !path.split('?')[0]!.includes('//')

/** Decoded until nothing more can be decoded, so that `%252F` hides nothing. */
function decoded(text: string): string {
  for (let current = text, round = 0; round < 5; round += 1) {
    const next = decodeOnce(current)
    if (next === current) return next
    current = next
  }
  return ''
}

const decodeOnce = (text: string): string => {
  try {
    return decodeURIComponent(text)
  } catch {
    return ''
  }
}
