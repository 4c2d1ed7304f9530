import type { ServiceSearch } from './searched.ts'

/** A query with graded relevance by type: 3 = exactly the need, 2 = useful, 1 = marginal. */
export interface LabelledQuery {
  id: string
  type: string
  query: string
  relevant: Record<string, number>
}

export interface Quality {
  ndcg: number
  recall: number
  mrr: number
}

const DEPTH = 10
const USEFUL = 2

/** nDCG@10 (gain 2^grade − 1), recall@10 and reciprocal rank (both from grade 2 up) of one query. */
export function qualityOf(search: ServiceSearch, { query, relevant }: LabelledQuery): Quality {
  const found = search(query, DEPTH).hits.map(({ id }) => id)
  const grades = Object.values(relevant).sort((a, b) => b - a)
  const useful = Object.keys(relevant).filter((id) => (relevant[id] ?? 0) >= USEFUL)
  const first = found.findIndex((id) => useful.includes(id))
  return {
    ndcg: gain(found.map((id) => relevant[id] ?? 0)) / gain(grades.slice(0, DEPTH)),
    recall: useful.length === 0 ? 1 : useful.filter((id) => found.includes(id)).length / useful.length,
    mrr: first < 0 ? 0 : 1 / (first + 1),
  }
}

export function meanQuality(all: Quality[]): Quality {
  const mean = (pick: (quality: Quality) => number) => all.reduce((sum, one) => sum + pick(one), 0) / (all.length || 1)
  return { ndcg: mean(({ ndcg }) => ndcg), recall: mean(({ recall }) => recall), mrr: mean(({ mrr }) => mrr) }
}

function gain(grades: number[]): number {
  return grades.reduce((sum, grade, rank) => sum + (2 ** grade - 1) / Math.log2(rank + 2), 0)
}
