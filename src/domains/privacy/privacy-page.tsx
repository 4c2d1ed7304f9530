import type { FieldError } from '#platform/forms.ts'
import { errorFor } from '#platform/forms.ts'
import { erasedMark } from '#platform/personal-data/entry.ts'
import { Button, ButtonGroup, ButtonLink } from '#ui/button.tsx'
import { EmptyState } from '#ui/empty-state.tsx'
import { ErrorSummary } from '#ui/error-summary.tsx'
import { useFrame } from '#ui/frame.tsx'
import { Polish } from '#ui/polish.tsx'
import { Table } from '#ui/table.tsx'
import { TextInput } from '#ui/text-input.tsx'
import type { FoundSubject } from '#domains/casework/public.ts'
import { root, subjectPath } from './subject.ts'
import { privacyText } from './text.ts'

export interface PrivacyPageProps {
  words: string
  /** Undefined where nothing was searched for. */
  found: readonly FoundSubject[] | undefined
  maySearch: boolean
  errors: readonly FieldError[]
}

/** Where the data protection officer begins: a person, the register, the periods, the list of erasures. */
export const PrivacyPage = ({ words, found, maySearch, errors }: PrivacyPageProps) => {
  const { lang, href } = useFrame()
  const t = privacyText[lang]
  return (
    <>
      <ErrorSummary errors={errors} />
      <h1 class="govuk-heading-l">{t.title}</h1>
      <p class="govuk-body-l">{t.lead}</p>
      <ButtonGroup>
        <ButtonLink href={href(`${root}/rejestr`)} kind="secondary">
          {t.doors.register}
        </ButtonLink>
        {maySearch && (
          <>
            <ButtonLink href={href(`${root}/okresy`)} kind="secondary">
              {t.doors.retention}
            </ButtonLink>
            <ButtonLink href={href(`${root}/usuniecia`)} kind="secondary">
              {t.doors.erasures}
            </ButtonLink>
          </>
        )}
      </ButtonGroup>
      {maySearch && (
        <form action={href(root)} method="post" noValidate>
          <TextInput
            name="szukaj"
            label={t.search.label}
            labelSize="m"
            hint={t.search.hint}
            value={words}
            error={errorFor(errors, 'szukaj')}
            spellcheck={false}
          />
          <Button>{t.search.button}</Button>
        </form>
      )}
      {found && <Found found={found} />}
    </>
  )
}

const Found = ({ found }: { found: readonly FoundSubject[] }) => {
  const { lang, href } = useFrame()
  const { search: t } = privacyText[lang]
  if (found.length === 0) return <EmptyState title={t.none} text={t.noneText} />
  return (
    <Table
      caption={t.found(found.length)}
      captionSize="m"
      columns={[{ text: t.name }, { text: t.born }, { text: t.what }]}
      rows={found.map((one) => [
        <a class="govuk-link" href={href(subjectPath(one))}>
          <Polish>{nameOf(one) || t.nameless}</Polish>
        </a>,
        one.birthYear ?? '–',
        t.kinds[one.kind],
      ])}
    />
  )
}

export const nameOf = ({ givenName, familyName }: Pick<FoundSubject, 'givenName' | 'familyName'>): string =>
  [givenName, familyName].filter((part) => part && part !== erasedMark).join(' ')
