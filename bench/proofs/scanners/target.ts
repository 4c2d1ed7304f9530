/** What the tools attack, always on loopback, and where they may write. */
export interface Target {
  address: string
  /** Of a member of staff who is signed in. */
  cookie: string
  folder: string
}
