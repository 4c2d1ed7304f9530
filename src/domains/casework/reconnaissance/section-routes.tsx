import { Hono } from 'hono'
import { recordAudit } from '#platform/audit.ts'
import { newFormKey } from '#platform/form-keys.ts'
import { valueOf, type FormValues } from '#platform/forms.ts'
import { href } from '#platform/i18n.ts'
import { allow, found, type Ctx, type Env } from '#platform/web.ts'
import { BackLink } from '#ui/back-link.tsx'
import { page } from '#ui/page.tsx'
import { answerForm, type Problem } from '../answer-form.ts'
import type { Application } from '../applications/application.ts'
import { readVersion } from '../form-reading.ts'
import { personName } from '../person-name.ts'
import { reachApplication, readApplication } from '../plan/open-application.ts'
import { lifeSections, type LifeSection } from '../reconnaissance.ts'
import { readSection } from './reconnaissance-forms.ts'
import { reconnaissancePath } from './reconnaissance-paths.ts'
import { findReconnaissance, findSection, type StoredSection } from './reconnaissance-queries.ts'
import { written } from './reconnaissance-routes.tsx'
import { SectionPage } from './section-page.tsx'
import { reconnaissanceText } from './text.ts'
import { saveSection, whyNotWrite } from './write-reconnaissance.ts'

const at = '/praca/wnioski/:id/rozpoznanie/:section'

/** One part of the life situation at a time: reading one is audited with its name. */
export const sectionRoutes = () =>
  new Hono<Env>()
    .get(at, allow('case.read'), async (c) => {
      const section = sectionOf(c)
      return showSection(c, await readApplication(c), section)
    })
    .post(at, allow('reconnaissance.write'), async (c) => {
      const section = sectionOf(c)
      const application = await reachApplication(c)
      return answerForm(c, {
        form: `section ${application.id} ${section}`,
        act: async (values) => {
          const read = readSection(values, section, reconnaissanceText[c.var.lang].errors)
          if (!read.ok) return { errors: read.errors }
          const saved = await saveSection(c.var.tx, application, readVersion(values), read.value)
          return written(c, application, saved, reconnaissancePath(application.id, '#sytuacja'))
        },
        again: (values, problem) => showSection(c, application, section, { values, problem }),
      })
    })

const sectionOf = (c: Ctx): LifeSection => found(lifeSections.find((one) => one === c.req.param('section')))

interface Typed {
  values: FormValues
  problem: Problem
}

async function showSection(c: Ctx, application: Application, section: LifeSection, typed?: Typed): Promise<Response> {
  const { tx, lang, actor } = c.var
  const t = reconnaissanceText[lang]
  const reconnaissance = await findReconnaissance(tx, application.id)
  const entry = reconnaissance && (await findSection(tx, reconnaissance.id, section))
  const subject = { kind: 'application', id: application.id }
  recordAudit(tx, { event: 'reconnaissance.read', subject, personId: application.personId, section })
  const changed = typed?.problem.changedMeanwhile === true
  const finishedAt = reconnaissance?.finished_at
  return page(c, {
    title: `${t.sectionNames[section]}: ${personName(lang, application)}`,
    status: typed?.problem.status ?? 200,
    before: <BackLink href={href(lang, reconnaissancePath(application.id))} text={t.title} />,
    body: (
      <SectionPage
        application={application}
        personName={personName(lang, application)}
        section={section}
        canWrite={!tx.emergency && !whyNotWrite(application, { finishedAt }, actor)}
        formKey={newFormKey()}
        version={typed && !changed ? readVersion(typed.values) : (entry?.version ?? 0)}
        values={typed?.values ?? sectionValues(entry)}
        errors={typed?.problem.errors ?? []}
        conflict={
          changed
            ? {
                differences: [{ field: t.sectionText, yours: valueOf(typed.values, 'text'), saved: entry?.text ?? '' }],
              }
            : undefined
        }
      />
    ),
  })
}

const sectionValues = (entry: StoredSection | undefined): FormValues =>
  entry ? { text: entry.text, raised: [...entry.raised], relevantBecause: entry.relevantBecause ?? '' } : {}
