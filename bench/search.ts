import { meanQuality, qualityOf, type Quality } from '#domains/directory/search/ranking-quality.ts'
import { devQueries, torunSearch } from '#test/search-sample.ts'

const started = performance.now()
const search = torunSearch()
const built = performance.now() - started
const queries = devQueries()
const measured = queries.map((labelled) => ({ type: labelled.type, quality: qualityOf(search, labelled) }))

const line = (name: string, all: Quality[]) => {
  const { ndcg, recall, mrr } = meanQuality(all)
  const cells = [ndcg, recall, mrr].map((value) => value.toFixed(3).padStart(9)).join('')
  console.log(`${name.padEnd(8)}${String(all.length).padStart(4)}${cells}`)
}

console.log('type       n  nDCG@10  rec@10      MRR')
for (const type of new Set(queries.map((labelled) => labelled.type))) {
  line(
    type,
    measured.filter((one) => one.type === type).map((one) => one.quality),
  )
}
line(
  'all',
  measured.map((one) => one.quality),
)

const times = queries.flatMap(({ query }) =>
  Array.from({ length: 20 }, () => {
    const asked = performance.now()
    search(query)
    return performance.now() - asked
  }),
)
times.sort((a, b) => a - b)
const at = (share: number) => (times[Math.floor(times.length * share)] ?? 0).toFixed(2)
console.log(`index built in ${built.toFixed(0)} ms; a query takes ${at(0.5)} ms (median), ${at(0.95)} ms (p95)`)
if (process.argv.includes('--worst')) {
  for (const [index, { quality }] of measured.entries()) {
    const labelled = queries[index]
    if (!labelled || quality.ndcg > 0.85) continue
    const found = search(labelled.query).hits.map(({ id, score }) => `${id}:${score.toFixed(1)}`)
    console.log(quality.ndcg.toFixed(2), labelled.query, JSON.stringify(labelled.relevant), found.slice(0, 6).join(' '))
  }
}
