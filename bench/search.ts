import { meanQuality, qualityOf, type Quality } from '#domains/directory/search/ranking-quality.ts'
import { devQueries, torunSearch } from '#test/search-sample.ts'
import { table, type Section } from './figures.ts'

const repetitions = 20

/** How well the labelled queries of the sample city are answered, and how fast. */
export function measureSearch(): Section {
  const began = performance.now()
  const search = torunSearch()
  const built = performance.now() - began
  const queries = devQueries()
  const measured = queries.map((labelled) => ({ type: labelled.type, quality: qualityOf(search, labelled) }))
  const row = (name: string, all: Quality[]) => {
    const { ndcg, recall, mrr } = meanQuality(all)
    return [name, String(all.length), ...[ndcg, recall, mrr].map((value) => value.toFixed(3))]
  }
  const kinds = [...new Set(queries.map(({ type }) => type))]
  const qualities = (kind?: string) =>
    measured.filter(({ type }) => kind === undefined || type === kind).map(({ quality }) => quality)
  const rows = [...kinds.map((kind) => row(kind, qualities(kind))), row('all', qualities())]
  const times = queries.flatMap(({ query }) => Array.from({ length: repetitions }, () => timeOf(() => search(query))))
  times.sort((a, b) => a - b)
  const at = (share: number) => (times[Math.floor(times.length * share)] ?? Number.NaN).toFixed(2)
  const speed = `Index built in ${built.toFixed(0)} ms; a query takes ${at(0.5)} ms (median), ${at(0.95)} ms (p95).`
  return { name: 'search', text: `${table(['queries', 'n', 'nDCG@10', 'recall@10', 'MRR'], rows)}\n\n${speed}` }
}

function timeOf(work: () => void): number {
  const began = performance.now()
  work()
  return performance.now() - began
}

function sayWorst(): void {
  const search = torunSearch()
  for (const labelled of devQueries()) {
    const { ndcg } = qualityOf(search, labelled)
    if (ndcg > 0.85) continue
    const found = search(labelled.query).hits.map(({ id, score }) => `${id}:${score.toFixed(1)}`)
    console.log(ndcg.toFixed(2), labelled.query, JSON.stringify(labelled.relevant), found.slice(0, 6).join(' '))
  }
}

if (import.meta.main) {
  console.log(measureSearch().text)
  if (process.argv.includes('--worst')) sayWorst()
}
