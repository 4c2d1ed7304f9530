/** Reads TypeScript in a process of the tests; an address, so that it's found from any folder. */
const loader = new URL('load.ts', import.meta.url).href

/** Before the name of a program that a test starts, or of node:test itself. */
export const readingTypeScript = ['--import', loader]
