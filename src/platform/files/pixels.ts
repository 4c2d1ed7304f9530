/** A4 at 600 dots an inch has 35 million; drawn, this many take about 200 MB. */
const mostPixels = 50_000_000
const longestSide = 20_000

/** Bounds a picture by what its head says of it: a small file can claim to be a wall of pixels. */
export function whyNotPixels(width: number, height: number): 'damaged' | 'too-many-pixels' | undefined {
  if (width === 0 || height === 0) return 'damaged'
  if (width > longestSide || height > longestSide || width * height > mostPixels) return 'too-many-pixels'
  return undefined
}
