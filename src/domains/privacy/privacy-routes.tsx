import { Hono } from 'hono'
import { listSubjectsLike } from '#domains/casework/public.ts'
import { may } from '#platform/access.ts'
import { recordAudit } from '#platform/audit.ts'
import { valueOf } from '#platform/forms.ts'
import { sealWords, unsealWords } from '#platform/sealed-words.ts'
import { allow, formValues, found, idParam, queryValues, redirect, type Ctx, type Env } from '#platform/web.ts'
import { page } from '#ui/page.tsx'
import { findErasure, listErasures } from './erasure-queries.ts'
import { ErasurePage, ErasuresPage, type ErasureShown } from './erasures-page.tsx'
import { PrivacyPage } from './privacy-page.tsx'
import { RegisterPage } from './register-page.tsx'
import { registerText } from './register-text.ts'
import { retentionRoutes } from './retention-routes.tsx'
import { root } from './subject.ts'
import { subjectRoutes } from './subject-routes.tsx'
import { privacyText } from './text.ts'

const mostErasures = 500

/** The workplace of the data protection officer. */
export const privacyRoutes = () =>
  new Hono<Env>()
    .get(root, allow('personal-data.read'), (c) =>
      showStart(c, unsealWords(c.var.tx, valueOf(queryValues(c), 'szukane'))),
    )
    .post(root, allow('personal-data.copy'), (c) => search(c))
    .get(`${root}/rejestr`, allow('personal-data.read'), (c) =>
      page(c, { title: registerText[c.var.lang].title, wide: true, body: <RegisterPage /> }),
    )
    .get(`${root}/usuniecia`, allow('personal-data.erase'), async (c) => {
      const erasures = (await listErasures(c.var.tx, mostErasures)).map(toShown)
      return page(c, {
        title: privacyText[c.var.lang].erasures.title,
        wide: true,
        body: <ErasuresPage erasures={erasures} />,
      })
    })
    .get(`${root}/usuniecia/:id`, allow('personal-data.erase'), async (c) => {
      const erasure = toShown(found(await findErasure(c.var.tx, idParam(c))))
      return page(c, { title: privacyText[c.var.lang].erasures.proof, body: <ErasurePage erasure={erasure} /> })
    })
    .route('/', retentionRoutes())
    .route('/', subjectRoutes())

/** Who is sought is sent in the body, and stands in no address but sealed. */
async function search(c: Ctx): Promise<Response> {
  const words = valueOf(await formValues(c), 'szukaj')
    .trim()
    .slice(0, 120)
  const { search: t } = privacyText[c.var.lang]
  if (words === '') return showStart(c, '', t.missing)
  return redirect(c, `${root}?szukane=${sealWords(c.var.tx, words)}`)
}

async function showStart(c: Ctx, words: string, mistake?: string): Promise<Response> {
  const { tx, lang, actor } = c.var
  const maySearch = may(actor, 'personal-data.copy')
  const people = words !== '' && maySearch ? await listSubjectsLike(tx, words) : undefined
  if (people) recordAudit(tx, { event: 'personal-data-list.read', detail: { shown: people.length } })
  const errors = mistake ? [{ field: 'szukaj', message: mistake }] : []
  return page(c, {
    title: privacyText[lang].title,
    status: mistake ? 422 : 200,
    body: <PrivacyPage words={words} found={people} maySearch={maySearch} errors={errors} />,
  })
}

const toShown = (row: NonNullable<Awaited<ReturnType<typeof findErasure>>>): ErasureShown => ({
  ...row,
  counts: row.counts as ErasureShown['counts'], // written by erase_subject() only
  contentHash: row.contentHash.toString('hex'),
})
