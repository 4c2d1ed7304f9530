import { useFrame } from '#ui/frame.tsx'
import { Table } from '#ui/table.tsx'
import { planText } from './text.ts'

/** A field that two people wrote differently. */
export interface Difference {
  readonly field: string
  readonly yours: string
  readonly saved: string
}

interface ConflictNoticeProps {
  /** Undefined where what was edited is gone. */
  differences: readonly Difference[] | undefined
  /** Where what is saved stays as it is. */
  keepHref: string
}

/** Somebody saved first: both texts side by side, and the two ways to go on. Nothing is lost. */
export const ConflictNotice = ({ differences, keepHref }: ConflictNoticeProps) => {
  const t = planText[useFrame().lang].conflict
  return (
    <section aria-labelledby="konflikt" class="govuk-inset-text">
      <h2 class="govuk-heading-m" id="konflikt">
        {t.title}
      </h2>
      <p class="govuk-body">{t.lead}</p>
      {differences === undefined ? (
        <p class="govuk-body">{t.gone}</p>
      ) : (
        <Table
          caption={t.title}
          captionHidden
          columns={[{ text: t.field }, { text: t.yours }, { text: t.saved }]}
          firstCellIsHeader
          rows={differences
            .filter(({ yours, saved }) => yours !== saved)
            .map(({ field, yours, saved }) => [field, <Text text={yours} />, <Text text={saved} />])}
        />
      )}
      {differences !== undefined && <p class="govuk-body">{t.goOn}</p>}
      <p class="govuk-body">
        <a class="govuk-link" href={keepHref}>
          {t.keep}
        </a>
      </p>
    </section>
  )
}

const Text = ({ text }: { text: string }) => {
  const t = planText[useFrame().lang].conflict
  return <span class="splot-own-words">{text || t.none}</span>
}
