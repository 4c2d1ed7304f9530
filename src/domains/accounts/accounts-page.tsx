import type { Role } from '#platform/actor.ts'
import { Button, ButtonLink } from '#ui/button.tsx'
import { ErrorSummary } from '#ui/error-summary.tsx'
import { Form } from '#ui/form.tsx'
import { useFrame } from '#ui/frame.tsx'
import { SummaryList } from '#ui/summary-list.tsx'
import { Table } from '#ui/table.tsx'
import { Tag } from '#ui/tag.tsx'
import { TextInput } from '#ui/text-input.tsx'
import { accessText } from './access-text.ts'
import type { Account } from './account.ts'
import type { HandedOver } from './create-account.ts'
import { field, RoleSelect, type Typed } from './days-fields.tsx'
import { peopleText } from './people-text.ts'
import { totpUri } from './totp.ts'

export interface AccountLine extends Account {
  roles: readonly Role[]
}

export const StateTag = ({ state }: Pick<Account, 'state'>) => (
  <Tag kind={state === 'active' ? 'done' : 'inactive'}>{peopleText[useFrame().lang].states[state]}</Tag>
)

export const AccountsPage = ({ accounts }: { accounts: readonly AccountLine[] }) => {
  const { lang, href } = useFrame()
  const t = peopleText[lang]
  const words = accessText[lang].roles
  return (
    <>
      <h1 class="govuk-heading-l">{t.accounts}</h1>
      <p class="govuk-body">{t.accountsLead}</p>
      <ButtonLink href={href('/praca/konta/nowe')}>{t.newAccount}</ButtonLink>
      <Table
        caption={t.accounts}
        captionHidden
        columns={[{ text: t.name }, { text: t.email }, { text: t.roles }, { text: t.state }]}
        rows={accounts.map(({ id, name, email, state, roles }) => [
          <a class="govuk-link" href={href(`/praca/konta/${id}`)}>
            {name}
          </a>,
          email,
          roles.map((role) => words[role]).join(', ') || t.noRoles,
          <StateTag state={state} />,
        ])}
      />
    </>
  )
}

export const NewAccountPage = ({ typed, formKey }: { typed: Typed; formKey: string }) => {
  const { lang, href } = useFrame()
  const t = peopleText[lang]
  return (
    <>
      <ErrorSummary errors={typed.errors ?? []} />
      <h1 class="govuk-heading-l">{t.newAccount}</h1>
      <Form action={href('/praca/konta')} formKey={formKey}>
        <TextInput {...field('name', typed)} label={t.name} autocomplete="off" />
        <TextInput {...field('email', typed)} label={t.email} type="email" autocomplete="off" spellcheck={false} />
        <TextInput {...field('phone', typed)} label={t.phone} type="tel" width="20" autocomplete="off" />
        <RoleSelect typed={typed} label={t.firstRole} />
        <TextInput
          {...field('password', { errors: typed.errors })}
          label={t.password}
          hint={t.passwordHint}
          autocomplete="new-password"
          spellcheck={false}
        />
        <Button>{t.create}</Button>
      </Form>
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
