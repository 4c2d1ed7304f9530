/** A place to go; `current` marks the place where the reader is. */
export interface Link {
  text: string
  href: string
  current?: boolean | undefined
}
