import { errorFor, valueOf, type FieldError, type FormValues } from '#platform/forms.ts'
import { formatInstant } from '#platform/i18n.ts'
import { maskPesel, parsePesel } from '#platform/pesel.ts'
import { useFrame } from '#ui/frame.tsx'
import { Radios } from '#ui/radios.tsx'
import { Table } from '#ui/table.tsx'
import { intakeText } from '../intake/text.ts'
import { rectifiable, rectificationReasons, type KeptCorrection } from './correction.ts'
import { rectificationText } from './rectification-text.ts'

interface ReasonProps {
  values: FormValues
  errors?: readonly FieldError[] | undefined
}

/** Why the details are corrected; asked with every saving. */
export const RectificationReasonField = ({ values, errors }: ReasonProps) => {
  const t = rectificationText[useFrame().lang]
  return (
    <Radios
      name="rectificationReason"
      label={t.why}
      labelSize="m"
      value={valueOf(values, 'rectificationReason')}
      error={errorFor(errors, 'rectificationReason')}
      items={rectificationReasons.map((value) => ({ value, text: t.reasons[value] }))}
    />
  )
}

/** What was corrected before: nothing of a record vanishes by being put right. */
export const RectificationHistory = ({ corrections }: { corrections: readonly KeptCorrection[] }) => {
  const { lang } = useFrame()
  const t = rectificationText[lang]
  const { columns } = t
  return (
    <section aria-labelledby="poprawki">
      <h2 class="govuk-heading-m" id="poprawki">
        {t.history}
      </h2>
      {corrections.length === 0 ? (
        <p class="govuk-body">{t.none}</p>
      ) : (
        <Table
          caption={t.history}
          captionHidden
          small
          columns={[columns.field, columns.before, columns.after, columns.why, columns.who].map((text) => ({ text }))}
          rows={corrections.map(({ field, before, after, reason, by, at }) => [
            intakeText[lang].fields[rectifiable[field]]?.(true) ?? field,
            shown(field, before) || t.empty,
            shown(field, after) || t.empty,
            t.reasons[reason],
            `${by}, ${formatInstant(lang, at)}`,
          ])}
          firstCellIsHeader
        />
      )}
    </section>
  )
}

function shown(field: KeptCorrection['field'], value: string): string {
  const read = field === 'pesel' ? parsePesel(value) : undefined
  return read && 'pesel' in read ? maskPesel(read.pesel) : value
}
