import { newFormKey } from '#platform/form-keys.ts'
import { errorFor, valueOf, type FieldError, type FormValues } from '#platform/forms.ts'
import { dayOf, formatDay } from '#platform/i18n.ts'
import { BackLink } from '#ui/back-link.tsx'
import { Button } from '#ui/button.tsx'
import { ErrorSummary } from '#ui/error-summary.tsx'
import { Form } from '#ui/form.tsx'
import { useFrame } from '#ui/frame.tsx'
import { Radios } from '#ui/radios.tsx'
import { Table } from '#ui/table.tsx'
import { Tag } from '#ui/tag.tsx'
import { TextInput } from '#ui/text-input.tsx'
import { recordClasses, recordClassOf, type RetentionRule } from './retention.ts'
import { root, subjectPath, type Subject } from './subject.ts'
import { privacyText } from './text.ts'

/** A file whose time is over: nothing in it says whose it is until it is opened. */
export interface DueFile {
  subject: Subject
  closedAt: Temporal.Instant
  dueOn: Temporal.PlainDate
  held: boolean
}

export interface RetentionPageProps {
  rules: readonly (RetentionRule & { setByName: string })[]
  due: readonly DueFile[]
  values: FormValues
  errors: readonly FieldError[]
}

export const RetentionPage = (props: RetentionPageProps) => {
  const { lang, href } = useFrame()
  const { retention: t, title } = privacyText[lang]
  return (
    <>
      <BackLink href={href(root)} text={title} />
      <ErrorSummary errors={props.errors} />
      <h1 class="govuk-heading-l">{t.title}</h1>
      <p class="govuk-body">{t.lead}</p>
      <Due {...props} />
      <Rules {...props} />
      <RuleForm {...props} />
    </>
  )
}

const Due = ({ due }: RetentionPageProps) => {
  const { lang, href } = useFrame()
  const { retention: t } = privacyText[lang]
  return (
    <section aria-labelledby="do-usuniecia">
      <h2 class="govuk-heading-m" id="do-usuniecia">
        {t.due}
      </h2>
      {due.length === 0 ? (
        <p class="govuk-body">{t.dueNone}</p>
      ) : (
        <>
          <p class="govuk-body">{t.dueText}</p>
          <Table
            caption={t.dueCount(due.length)}
            columns={[{ text: t.closed }, { text: t.since }, { text: t.recordClass }, { text: t.open }]}
            rows={due.map(({ subject, closedAt, dueOn, held }) => [
              formatDay(lang, dayOf(closedAt)),
              formatDay(lang, dueOn),
              t.classes[recordClassOf[subject.kind]],
              <>
                <a class="govuk-link" href={href(subjectPath(subject))}>
                  {t.open}
                </a>
                {held && (
                  <>
                    {' '}
                    <Tag kind="waiting">{t.held}</Tag>
                  </>
                )}
              </>,
            ])}
          />
        </>
      )}
    </section>
  )
}

const Rules = ({ rules }: RetentionPageProps) => {
  const { lang } = useFrame()
  const { retention: t } = privacyText[lang]
  return (
    <section aria-labelledby="okresy">
      <h2 class="govuk-heading-m" id="okresy">
        {t.rules}
      </h2>
      {rules.length === 0 ? (
        <p class="govuk-body">{t.noRules}</p>
      ) : (
        <Table
          caption={t.rules}
          captionHidden
          columns={[t.recordClass, t.symbol, t.category, t.validFrom, t.setBy].map((text) => ({ text }))}
          rows={rules.map((rule) => [
            t.classes[rule.recordClass],
            rule.fileSymbol,
            `${rule.category} (${rule.years === null ? t.forever : t.years(rule.years)})`,
            formatDay(lang, rule.validFrom),
            rule.setByName,
          ])}
        />
      )}
    </section>
  )
}

const RuleForm = ({ values, errors }: RetentionPageProps) => {
  const { lang, href } = useFrame()
  const { retention: t } = privacyText[lang]
  const of = (name: string) => ({ name, value: valueOf(values, name), error: errorFor(errors, name) })
  return (
    <Form action={href(`${root}/okresy`)} formKey={newFormKey()}>
      <Radios
        {...of('recordClass')}
        label={t.recordClass}
        labelSize="s"
        small
        items={recordClasses.map((value) => ({ value, text: t.classes[value] }))}
      />
      <TextInput {...of('fileSymbol')} label={t.symbol} inputMode="numeric" width="5" />
      <TextInput {...of('category')} label={t.category} hint={t.categoryHint} width="5" />
      <TextInput {...of('validFrom')} label={t.validFrom} type="date" width="10" />
      <Button>{t.add}</Button>
    </Form>
  )
}
