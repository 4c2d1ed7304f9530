/** One promise of the guards: what it is about, what a run found, what was aimed at, and whether that was reached. */
export interface Figure {
  what: string
  measured: string
  aim: string
  met: boolean
}

/** What a file in bench/proofs/ exports as `prove`: it sets up its own databases and servers, ends by itself, and leaves nothing behind. */
export type Proof = () => Promise<Figure[]>
