import { newFormKey } from '#platform/form-keys.ts'
import { errorFor, valueOf } from '#platform/forms.ts'
import { formatDay, formatInstant } from '#platform/i18n.ts'
import { Button, ButtonGroup } from '#ui/button.tsx'
import { Checkboxes } from '#ui/checkboxes.tsx'
import { Form } from '#ui/form.tsx'
import { useFrame } from '#ui/frame.tsx'
import { InsetText } from '#ui/inset-text.tsx'
import { Polish } from '#ui/polish.tsx'
import { Radios } from '#ui/radios.tsx'
import { Textarea } from '#ui/textarea.tsx'
import { WarningText } from '#ui/warning-text.tsx'
import { copyPurposes } from './copy/copy.ts'
import { whyNotErase } from './erase-person.ts'
import { erasureBases } from './erasure.ts'
import { subjectPath } from './subject.ts'
import type { Retention, SubjectPageProps } from './subject-view.ts'
import { privacyText, type Texts } from './text.ts'

/** A copy is a download: sent as often as wanted, each time written into the journal. */
export const CopyForm = ({ subject, values, errors }: SubjectPageProps) => {
  const { lang, href } = useFrame()
  const { copy: t } = privacyText[lang]
  return (
    <section aria-labelledby="kopia">
      <h2 class="govuk-heading-m" id="kopia">
        {t.heading}
      </h2>
      <p class="govuk-body">{t.text}</p>
      <p class="govuk-body">{t.forWhom}</p>
      <form action={href(`${subjectPath(subject)}/kopia`)} method="post" noValidate>
        <Radios
          name="purpose"
          label={t.purpose}
          labelSize="s"
          small
          value={valueOf(values, 'purpose')}
          error={errorFor(errors, 'purpose')}
          items={copyPurposes.map((value) => ({ value, text: t.purposes[value] }))}
        />
        <ButtonGroup>
          <Button name="format" value="pdf">
            {t.pdf}
          </Button>
          <Button name="format" value="json" kind="secondary">
            {t.json}
          </Button>
        </ButtonGroup>
      </form>
    </section>
  )
}

export const HoldForm = ({ subject, holds, facts, values, errors }: SubjectPageProps) => {
  const { lang, href } = useFrame()
  const { hold: t } = privacyText[lang]
  return (
    <section aria-labelledby="wstrzymanie">
      <h2 class="govuk-heading-m" id="wstrzymanie">
        {t.heading}
      </h2>
      <p class="govuk-body">{facts.held ? t.text : t.none}</p>
      {holds.map((hold) => (
        <InsetText>
          <Polish>{hold.reason}</Polish>
          <br />
          {t.wasSet(hold.setByName, formatInstant(lang, hold.setAt))}
          {hold.liftedAt && (
            <>
              <br />
              {t.wasLifted(hold.liftedByName ?? '', formatInstant(lang, hold.liftedAt))}{' '}
              <Polish>{hold.liftReason ?? ''}</Polish>
            </>
          )}
        </InsetText>
      ))}
      <Form
        action={href(`${subjectPath(subject)}/wstrzymanie`)}
        formKey={newFormKey()}
        hidden={{ step: facts.held ? 'lift' : 'set' }}
      >
        <Textarea
          name="reason"
          label={t.reason}
          hint={t.reasonHint}
          rows={2}
          value={valueOf(values, 'reason')}
          error={errorFor(errors, 'reason')}
        />
        <Button kind="secondary">{facts.held ? t.lift : t.set}</Button>
      </Form>
    </section>
  )
}

export const EraseForm = ({ subject, facts, retention, values, errors }: SubjectPageProps) => {
  const { lang, href } = useFrame()
  const { erase: t } = privacyText[lang]
  const refused = erasureBases.map((basis) => whyNotErase(facts, basis))
  const never = refused.every((refusal) => refusal !== undefined) ? refused[0] : undefined
  return (
    <section aria-labelledby="usuniecie">
      <h2 class="govuk-heading-m" id="usuniecie">
        {t.heading}
      </h2>
      <p class="govuk-body">{t.text}</p>
      <p class="govuk-body">{retentionSentence(t, retention, (day) => formatDay(lang, day))}</p>
      {never ? (
        <InsetText>{t.refusals[never]}</InsetText>
      ) : (
        <Form action={href(`${subjectPath(subject)}/usuniecie`)} formKey={newFormKey()}>
          {facts.openCases > 0 && <WarningText>{t.refusals['case-open']}</WarningText>}
          <Radios
            name="basis"
            label={t.basis}
            labelSize="s"
            small
            value={valueOf(values, 'basis')}
            error={errorFor(errors, 'basis')}
            items={erasureBases
              .filter((basis) => !whyNotErase(facts, basis))
              .map((value) => ({ value, text: t.bases[value] }))}
          />
          <Checkboxes
            name="confirmed"
            label={t.heading}
            labelHidden
            small
            values={[]}
            error={errorFor(errors, 'confirmed')}
            items={[{ value: 'yes', text: t.confirm }]}
          />
          <Button kind="warning">{t.button}</Button>
        </Form>
      )}
    </section>
  )
}

function retentionSentence(
  t: Texts['erase'],
  retention: Retention,
  day: (day: Temporal.PlainDate) => string,
): string | undefined {
  if (retention.kind === 'open') return undefined
  if (retention.kind === 'unknown') return t.unknownPeriod
  if (retention.kind === 'forever') return t.forever
  return retention.kind === 'due' ? t.due(day(retention.on)) : t.notDue(day(retention.on))
}
