import { formatInstant } from '#platform/i18n.ts'
import type { FieldError } from '#platform/forms.ts'
import { Button, ButtonLink } from '#ui/button.tsx'
import { Details } from '#ui/details.tsx'
import { EmptyState } from '#ui/empty-state.tsx'
import { ErrorSummary } from '#ui/error-summary.tsx'
import { Form } from '#ui/form.tsx'
import { useFrame } from '#ui/frame.tsx'
import { SummaryList } from '#ui/summary-list.tsx'
import { Tag } from '#ui/tag.tsx'
import { TextInput } from '#ui/text-input.tsx'
import { WarningText } from '#ui/warning-text.tsx'
import { passkeyText } from './passkey-text.ts'
import type { Passkey } from './passkey.ts'

export const passkeysPath = '/praca/moje-konto/klucze'

/** The name that was typed for one passkey of the list, with what is wrong with it. */
export interface Renamed {
  id: string
  value: string
  errors: readonly FieldError[]
}

interface PasskeysPageProps {
  passkeys: readonly Passkey[]
  /** False at an address that isn't the centre's own. */
  mayAdd: boolean
  renamed?: Renamed | undefined
}

export const PasskeysPage = ({ passkeys, mayAdd, renamed }: PasskeysPageProps) => {
  const { lang, href } = useFrame()
  const t = passkeyText[lang]
  return (
    <>
      <ErrorSummary errors={renamed?.errors ?? []} />
      <h1 class="govuk-heading-l">{t.title}</h1>
      <p class="govuk-body">{t.lead}</p>
      <p class="govuk-body">{t.why}</p>
      {mayAdd ? (
        <ButtonLink href={href(`${passkeysPath}/nowy`)}>{t.add}</ButtonLink>
      ) : (
        <p class="govuk-body">{t.notThisAddress}</p>
      )}
      {passkeys.length === 0 && <EmptyState title={t.none} text={t.noneText} />}
      {passkeys.map((passkey) => (
        <OnePasskey passkey={passkey} renamed={renamed?.id === passkey.id ? renamed : undefined} />
      ))}
    </>
  )
}

const OnePasskey = ({ passkey, renamed }: { passkey: Passkey; renamed: Renamed | undefined }) => {
  const { lang, href } = useFrame()
  const t = passkeyText[lang]
  const { id, name, synced, host, createdAt, lastUsedAt, suspendedAt } = passkey
  const field = `name-${id}`
  return (
    <section class="splot-apart">
      <h2 class="govuk-heading-m">{name}</h2>
      {suspendedAt && <WarningText>{t.suspendedWhy}</WarningText>}
      <SummaryList
        rows={[
          { key: t.created, value: formatInstant(lang, createdAt) },
          { key: t.lastUsed, value: lastUsedAt ? formatInstant(lang, lastUsedAt) : t.never },
          { key: t.kept, value: synced ? t.synced : t.onOneDevice },
          { key: t.address, value: host },
          ...(suspendedAt ? [{ key: t.state, value: <Tag kind="overdue">{t.suspended}</Tag> }] : []),
        ]}
      />
      <Details summary={<Named text={t.rename} name={name} />} open={renamed !== undefined}>
        <Form action={href(`${passkeysPath}/${id}/nazwa`)}>
          <TextInput
            name={field}
            label={t.name}
            value={renamed?.value ?? name}
            error={renamed?.errors.find((error) => error.field === field)?.message}
            autocomplete="off"
          />
          <Button kind="secondary">
            <Named text={t.saveName} name={name} />
          </Button>
        </Form>
      </Details>
      <p class="govuk-body">{t.removeHint}</p>
      <Form action={href(`${passkeysPath}/${id}/usuniecie`)}>
        <Button kind="warning">
          <Named text={t.remove} name={name} />
        </Button>
      </Form>
    </section>
  )
}

/** The heading says to who sees which passkey it is; who hears the control alone is told with it. */
const Named = ({ text, name }: { text: string; name: string }) => (
  <>
    {text} <span class="govuk-visually-hidden">{passkeyText[useFrame().lang].ofKey(name)}</span>
  </>
)
