import assert from 'node:assert/strict'
import { test } from 'node:test'

import { devQueries, torunSearch } from '#test/search-sample.ts'

import { meanQuality, qualityOf } from './ranking-quality.ts'
import type { ServiceSearch } from './searched.ts'

/** nDCG@10 over the development queries, as last recorded by `npm run bench:search`. */
const RECORDED_NDCG = 0.875
const ALLOWED_FALL = 0.02

const answering =
  (...ids: string[]): ServiceSearch =>
  () => ({ hits: ids.map((id) => ({ id, score: 1 })), nearest: [] })

test('the search is no worse than it was', () => {
  const { ndcg } = meanQuality(devQueries().map((query) => qualityOf(torun, query)))
  assert.ok(ndcg >= RECORDED_NDCG - ALLOWED_FALL, `nDCG@10 fell to ${ndcg.toFixed(3)}`)
  assert.ok(ndcg <= RECORDED_NDCG + ALLOWED_FALL, `nDCG@10 rose to ${ndcg.toFixed(3)}: record it`)
})

test('the perfect order scores one, nothing found scores nought', () => {
  const query = { id: 'Q', type: 'lay', query: 'x', relevant: { A: 3, B: 2, C: 1 } }
  assert.deepEqual(qualityOf(answering('A', 'B', 'C'), query), { ndcg: 1, recall: 1, mrr: 1 })
  assert.deepEqual(qualityOf(answering(), query), { ndcg: 0, recall: 0, mrr: 0 })
})

test('a useful type in second place halves the reciprocal rank', () => {
  const query = { id: 'Q', type: 'lay', query: 'x', relevant: { A: 3, B: 1 } }
  assert.equal(qualityOf(answering('B', 'A'), query).mrr, 0.5)
})

const torun = torunSearch()
