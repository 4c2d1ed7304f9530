import { roles, type Role } from '#platform/actor.ts'
import { errorFor, valueOf, valuesOf } from '#platform/forms.ts'
import { Button, ButtonLink } from '#ui/button.tsx'
import { Checkboxes } from '#ui/checkboxes.tsx'
import { ErrorSummary } from '#ui/error-summary.tsx'
import { Form } from '#ui/form.tsx'
import { useFrame } from '#ui/frame.tsx'
import { Radios } from '#ui/radios.tsx'
import { SummaryList } from '#ui/summary-list.tsx'
import { Table } from '#ui/table.tsx'
import { Tag } from '#ui/tag.tsx'
import { TextInput } from '#ui/text-input.tsx'
import { accessText } from './access-text.ts'
import type { Account } from './account.ts'
import type { HandedOver } from './create-account.ts'
import { field, type Typed } from './days-fields.tsx'
import { oidcText } from './oidc/oidc-text.ts'
import { providerPath } from './oidc/provider-page.tsx'
import { peopleText } from './people-text.ts'
import { totpUri } from './totp.ts'

export interface AccountLine extends Account {
  roles: readonly Role[]
}

const kinds = { active: 'done', invited: 'waiting', disabled: 'inactive' } as const

export const StateTag = ({ account: { state, invited } }: { account: Pick<Account, 'state' | 'invited'> }) => {
  const shown = state === 'active' && invited ? 'invited' : state
  return <Tag kind={kinds[shown]}>{peopleText[useFrame().lang].states[shown]}</Tag>
}

export const AccountsPage = ({ accounts }: { accounts: readonly AccountLine[] }) => {
  const { lang, href } = useFrame()
  const t = peopleText[lang]
  const words = accessText[lang].roles
  return (
    <>
      <h1 class="govuk-heading-l">{t.accounts}</h1>
      <p class="govuk-body">{t.accountsLead}</p>
      <ButtonLink href={href('/praca/konta/nowe')}>{t.newAccount}</ButtonLink>
      <p class="govuk-body">
        <a class="govuk-link" href={href('/praca/konta/sesje')}>
          {t.invite.sessions}
        </a>
      </p>
      <p class="govuk-body">
        <a class="govuk-link" href={href(providerPath)}>
          {oidcText[lang].settings}
        </a>
      </p>
      <Table
        caption={t.accounts}
        captionHidden
        columns={[{ text: t.name }, { text: t.email }, { text: t.roles }, { text: t.state }]}
        rows={accounts.map((account) => [
          <a class="govuk-link" href={href(`/praca/konta/${account.id}`)}>
            {account.name}
          </a>,
          account.email,
          account.roles.map((role) => words[role]).join(', ') || t.noRoles,
          <StateTag account={account} />,
        ])}
      />
    </>
  )
}

interface NewAccountPageProps {
  typed: Typed
  formKey: string
  /** Whether this installation can send letters. */
  canSend: boolean
}

export const NewAccountPage = ({ typed, formKey, canSend }: NewAccountPageProps) => {
  const { lang, href } = useFrame()
  const t = peopleText[lang]
  const { mail, mailHint, noMail, hand, handHint, way } = t.invite
  return (
    <>
      <ErrorSummary errors={typed.errors ?? []} />
      <h1 class="govuk-heading-l">{t.newAccount}</h1>
      <Form action={href('/praca/konta')} formKey={formKey}>
        <TextInput {...field('name', typed)} label={t.name} autocomplete="off" />
        <TextInput {...field('email', typed)} label={t.email} type="email" autocomplete="off" spellcheck={false} />
        <TextInput {...field('phone', typed)} label={t.phone} type="tel" width="20" autocomplete="off" />
        <Checkboxes
          name="role"
          label={t.firstRoles}
          hint={t.rolesHint}
          labelSize="s"
          items={roles.map((role) => ({ value: role, text: accessText[lang].roles[role] }))}
          values={valuesOf(typed.values, 'role')}
          error={errorFor(typed.errors, 'role')}
        />
        <Radios
          name="way"
          label={way}
          labelSize="s"
          items={[
            { value: 'mail', text: mail, hint: canSend ? mailHint : noMail },
            { value: 'hand', text: hand, hint: handHint },
          ]}
          value={valueOf(typed.values, 'way') || (canSend ? 'mail' : 'hand')}
          error={errorFor(typed.errors, 'way')}
        />
        <Button>{t.create}</Button>
      </Form>
    </>
  )
}

/** Where the sending of an invitation ends; the page of the account says the same afterwards. */
export const InvitedPage = ({ account }: { account: Owner }) => {
  const { lang, href } = useFrame()
  const t = peopleText[lang]
  return (
    <>
      <h1 class="govuk-heading-l">{t.invite.inviteTitle}</h1>
      <p class="govuk-body-l">{t.invite.inviteSent}</p>
      <SummaryList
        rows={[
          { key: t.name, value: account.name },
          { key: t.email, value: account.email },
        ]}
      />
      <ButtonLink href={href(`/praca/konta/${account.id}`)}>{t.toAccount}</ButtonLink>
    </>
  )
}

type Owner = Pick<Account, 'id' | 'name' | 'email'>

/** Shown in answer to the form, once; no address leads back here. */
export const HandedOverPage = ({ account, handedOver }: { account: Owner; handedOver: HandedOver }) => {
  const { lang, href, tenant } = useFrame()
  const t = peopleText[lang]
  return (
    <>
      <h1 class="govuk-heading-l">{t.secretsTitle}</h1>
      <p class="govuk-body-l">{t.secretsLead}</p>
      <p class="govuk-body">{t.secretHint}</p>
      <SummaryList
        rows={[
          { key: t.name, value: account.name },
          { key: t.email, value: account.email },
          { key: t.password, value: <code>{handedOver.password}</code> },
          { key: t.secret, value: <code>{handedOver.totpSecret.match(/.{1,4}/g)!.join(' ')}</code> },
          { key: t.secretUri, value: <code>{totpUri(handedOver.totpSecret, account.email, tenant.name)}</code> },
        ]}
      />
      <ButtonLink href={href(`/praca/konta/${account.id}`)}>{t.toAccount}</ButtonLink>
    </>
  )
}
