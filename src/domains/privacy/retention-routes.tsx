import { Hono } from 'hono'
import { z } from 'zod'
import { recordAudit } from '#platform/audit.ts'
import { parseForm, type FieldError, type FormValues } from '#platform/forms.ts'
import { dayOf } from '#platform/i18n.ts'
import { once } from '#platform/web-once.ts'
import { allow, formValues, type Ctx, type Env } from '#platform/web.ts'
import { page } from '#ui/page.tsx'
import { handOf } from './hand.ts'
import { listDue } from './list-due.ts'
import { RetentionPage } from './retention-page.tsx'
import { insertRetentionRule, listRetentionRules } from './retention-queries.ts'
import { readCategory, recordClasses } from './retention.ts'
import { root } from './subject.ts'
import { privacyText, type Texts } from './text.ts'

const path = `${root}/okresy`

/** The centre's periods, and whose time is over today: a dry run that nothing follows by itself. */
export const retentionRoutes = () =>
  new Hono<Env>()
    .get(path, allow('personal-data.erase'), (c) => show(c, {}, []))
    .post(path, allow('personal-data.erase'), (c) => add(c))

async function show(c: Ctx, values: FormValues, errors: readonly FieldError[]): Promise<Response> {
  const { tx, lang } = c.var
  const rules = await listRetentionRules(tx)
  const due = await listDue(tx, rules, dayOf(tx.now))
  recordAudit(tx, { event: 'retention-list.read', detail: { due: due.length } })
  return page(c, {
    title: privacyText[lang].retention.title,
    wide: true,
    status: errors.length > 0 ? 422 : 200,
    body: <RetentionPage rules={rules} due={due} values={values} errors={errors} />,
  })
}

const ruleForm = (t: Texts['retention']) =>
  z.object({
    recordClass: z.enum(recordClasses, { error: t.recordClassMissing }),
    fileSymbol: z
      .string()
      .trim()
      .regex(/^\d{1,6}$/, t.symbolWrong),
    category: z.string().transform((typed, context) => {
      const read = readCategory(typed)
      if (read) return read
      context.addIssue({ code: 'custom', message: t.categoryWrong })
      return z.NEVER
    }),
    validFrom: z.iso.date(t.validFromWrong).transform((day) => Temporal.PlainDate.from(day)),
  })

async function add(c: Ctx): Promise<Response> {
  const { tx, lang } = c.var
  const sent = await formValues(c)
  const t = privacyText[lang].retention
  return once(c, sent, 'retention-rule', async () => {
    const form = parseForm(ruleForm(t), { recordClass: '', fileSymbol: '', category: '', validFrom: '', ...sent })
    if (!form.ok) return show(c, sent, form.errors)
    const { category, ...rule } = form.value
    const inserted = await insertRetentionRule(tx, { ...rule, ...category }, handOf(tx))
    if (!inserted) return show(c, sent, [{ field: 'validFrom', message: t.taken }])
    recordAudit(tx, { event: 'retention.set', detail: { class: rule.recordClass, category: category.category } })
    return path
  })
}
