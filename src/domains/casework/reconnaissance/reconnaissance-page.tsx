import { newFormKey } from '#platform/form-keys.ts'
import { errorFor, valueOf, type FieldError, type FormValues } from '#platform/forms.ts'
import { formatInstant } from '#platform/i18n.ts'
import { Button, ButtonLink } from '#ui/button.tsx'
import { DateInput } from '#ui/date-input.tsx'
import { ErrorSummary } from '#ui/error-summary.tsx'
import { Form } from '#ui/form.tsx'
import { useFrame } from '#ui/frame.tsx'
import { IdentityBar } from '#ui/identity-bar.tsx'
import { Polish } from '#ui/polish.tsx'
import { InsetText } from '#ui/inset-text.tsx'
import { Radios } from '#ui/radios.tsx'
import { TextInput } from '#ui/text-input.tsx'
import { Textarea } from '#ui/textarea.tsx'
import { CaseParts } from '../applications/application-page.tsx'
import { typedDay } from '../form-reading.ts'
import { ConflictNotice, type Difference } from '../plan/conflict-notice.tsx'
import { PostButton } from '../plan/post-button.tsx'
import { reconnaissancePlaces } from '../reconnaissance.ts'
import type { ReconnaissanceRecord } from './load-reconnaissance.ts'
import { reconnaissancePath } from './reconnaissance-paths.ts'
import { ReconnaissanceSections } from './reconnaissance-sections.tsx'
import { reconnaissanceText } from './text.ts'

export interface ReconnaissancePageProps {
  application: { readonly id: string; readonly number: string }
  personName: string
  /** Undefined as long as nobody has begun. */
  reconnaissance: ReconnaissanceRecord | undefined
  canWrite: boolean
  canPlan: boolean
  /** The sentences of what is still missing. */
  missing: readonly string[]
  formKey: string
  /** The version that the form of the talk sends back. */
  version: number
  values: FormValues
  errors: readonly FieldError[]
  conflict?: { readonly differences: readonly Difference[] } | undefined
}

/** The recognition on one page: the talk, needs, goals, life situation; what is sensitive opens on a page of its own. */
export const ReconnaissancePage = (props: ReconnaissancePageProps) => {
  const { lang, href } = useFrame()
  const t = reconnaissanceText[lang]
  const { application, personName, reconnaissance, canWrite, canPlan, errors, conflict } = props
  return (
    <>
      <ErrorSummary errors={errors} />
      <IdentityBar title={personName} facts={[application.number]} />
      <CaseParts applicationId={application.id} current="reconnaissance" mayReadCase />
      <h1 class="govuk-heading-l">{t.title}</h1>
      <p class="govuk-body">{t.lead}</p>
      {reconnaissance?.finishedAt && (
        <InsetText>{t.finished(formatInstant(lang, reconnaissance.finishedAt))}</InsetText>
      )}
      {canPlan && <ButtonLink href={href(`/praca/wnioski/${application.id}/plan`)}>{t.makePlan}</ButtonLink>}
      {!canWrite && !reconnaissance && <p class="govuk-body">{t.notOpen}</p>}
      {conflict && (
        <ConflictNotice differences={conflict.differences} keepHref={href(reconnaissancePath(application.id))} />
      )}
      {canWrite ? <TalkForm {...props} /> : reconnaissance && <Talk reconnaissance={reconnaissance} />}
      {(canWrite || reconnaissance) && (
        <>
          <Needs {...props} />
          <Goals {...props} />
          <ReconnaissanceSections
            applicationId={application.id}
            sections={reconnaissance?.sections ?? []}
            canWrite={canWrite}
          />
        </>
      )}
      {canWrite && <Finish {...props} />}
    </>
  )
}

const TalkForm = ({ application, values, errors, formKey, version }: ReconnaissancePageProps) => {
  const { lang, href } = useFrame()
  const t = reconnaissanceText[lang]
  const text = (name: string) => ({ name, value: valueOf(values, name), error: errorFor(errors, name) })
  return (
    <Form action={href(reconnaissancePath(application.id))} formKey={formKey} hidden={{ version }}>
      <h2 class="govuk-heading-m">{t.head}</h2>
      <DateInput name="heldOn" label={t.heldOn} value={typedDay(values, 'heldOn')} error={errorFor(errors, 'heldOn')} />
      <Radios
        {...text('place')}
        label={t.place}
        items={reconnaissancePlaces.map((value) => ({ value, text: t.places[value] }))}
      />
      <Textarea {...text('participants')} label={t.participants} hint={t.participantsHint} rows={3} />
      <Textarea {...text('servicesUsed')} label={t.servicesUsed} rows={3} />
      <Textarea {...text('risks')} label={t.risks} rows={3} />
      <TextInput {...text('months')} label={t.months} hint={t.monthsHint} width="3" inputMode="numeric" />
      <Textarea {...text('opinion')} label={t.opinion} rows={4} />
      <Button>{t.save}</Button>
    </Form>
  )
}

const Talk = ({ reconnaissance }: { reconnaissance: ReconnaissanceRecord }) => {
  const t = reconnaissanceText[useFrame().lang]
  const { place, participants, servicesUsed, risks, opinion, expectedCoordinationMonths: months } = reconnaissance
  const facts: [string, string][] = [
    [t.place, place ? t.places[place] : ''],
    [t.participants, participants.join(', ')],
    [t.servicesUsed, servicesUsed],
    [t.risks, risks],
    [t.months, months === undefined ? '' : t.monthsOf(months)],
    [t.opinion, opinion],
  ]
  return (
    <dl class="govuk-summary-list">
      {facts
        .filter(([, value]) => value !== '')
        .map(([key, value]) => (
          <div class="govuk-summary-list__row">
            <dt class="govuk-summary-list__key">{key}</dt>
            <dd class="govuk-summary-list__value splot-own-words">{value}</dd>
          </div>
        ))}
    </dl>
  )
}

const Needs = ({ application, reconnaissance, canWrite }: ReconnaissancePageProps) => {
  const { lang, href } = useFrame()
  const t = reconnaissanceText[lang]
  const needs = reconnaissance?.needs ?? []
  return (
    <section aria-labelledby="potrzeby">
      <h2 class="govuk-heading-m" id="potrzeby">
        {t.needs}
      </h2>
      {needs.length === 0 ? (
        <p class="govuk-body">{t.noNeeds}</p>
      ) : (
        <ol class="govuk-list govuk-list--number">
          {needs.map((need) => (
            <li>
              <Polish>{need.name}</Polish>
              {canWrite && (
                <PostButton
                  action={reconnaissancePath(application.id, `/potrzeby/${need.id}/usuniecie`)}
                  about={need.name}
                >
                  {t.removeNeed}
                </PostButton>
              )}
            </li>
          ))}
        </ol>
      )}
      {canWrite && (
        <ButtonLink kind="secondary" href={href(reconnaissancePath(application.id, '/potrzeby'))}>
          {t.addNeeds}
        </ButtonLink>
      )}
    </section>
  )
}

const Goals = ({ application, reconnaissance, canWrite, values, errors }: ReconnaissancePageProps) => {
  const { lang, href } = useFrame()
  const t = reconnaissanceText[lang]
  const goals = reconnaissance?.residentGoals ?? []
  return (
    <section aria-labelledby="cele">
      <h2 class="govuk-heading-m" id="cele">
        {t.goals}
      </h2>
      {goals.length === 0 ? (
        <p class="govuk-body">{t.noGoals}</p>
      ) : (
        <ul class="govuk-list govuk-list--bullet">
          {goals.map((goal) => (
            <li>
              {goal.text}
              {canWrite && (
                <PostButton action={reconnaissancePath(application.id, `/cele/${goal.id}/usuniecie`)} about={goal.text}>
                  {t.removeGoal}
                </PostButton>
              )}
            </li>
          ))}
        </ul>
      )}
      {canWrite && (
        <Form action={href(reconnaissancePath(application.id, '/cele'))} formKey={newFormKey()}>
          <Textarea
            name="goal"
            label={t.newGoal}
            rows={2}
            value={valueOf(values, 'goal')}
            error={errorFor(errors, 'goal')}
          />
          <Button kind="secondary">{t.addGoal}</Button>
        </Form>
      )}
    </section>
  )
}

/** What is missing is said before the button; with nothing missing the button is there. */
const Finish = ({ application, reconnaissance, missing }: ReconnaissancePageProps) => {
  const t = reconnaissanceText[useFrame().lang]
  return (
    <section aria-labelledby="koniec">
      <h2 class="govuk-heading-m" id="koniec">
        {t.finish}
      </h2>
      {missing.length > 0 ? (
        <>
          <p class="govuk-body">{t.missing}:</p>
          <ul class="govuk-list govuk-list--bullet">
            {missing.map((sentence) => (
              <li>{sentence}</li>
            ))}
          </ul>
        </>
      ) : (
        <>
          <p class="govuk-body">{t.finishLead}</p>
          <PostButton
            action={reconnaissancePath(application.id, '/zakonczenie')}
            hidden={{ version: reconnaissance?.version ?? 0 }}
            kind="primary"
          >
            {t.finish}
          </PostButton>
        </>
      )}
    </section>
  )
}
