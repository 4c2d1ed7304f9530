import { formatInstant } from '#platform/i18n.ts'
import { Button } from '#ui/button.tsx'
import { ErrorSummary } from '#ui/error-summary.tsx'
import { Form } from '#ui/form.tsx'
import { useFrame } from '#ui/frame.tsx'
import { InsetText } from '#ui/inset-text.tsx'
import { SummaryList } from '#ui/summary-list.tsx'
import { Table } from '#ui/table.tsx'
import { accessText } from './access-text.ts'
import { daysState, type Account, type Authorisation, type Days, type RoleHeld } from './account.ts'
import { StateTag } from './accounts-page.tsx'
import { DaysFields, DaysTag, DaysWords, RoleSelect, type Typed } from './days-fields.tsx'
import type { AccountRefusal } from './people-text.pl.ts'
import { peopleText } from './people-text.ts'

export interface AccountShown {
  account: Account
  roles: readonly RoleHeld[]
  authorisations: readonly Authorisation[]
  today: Temporal.PlainDate
  /** Until when an invitation can be taken up, where one can. */
  invitedUntil: Temporal.Instant | undefined
  /** Why the one who looks can't change this account. */
  whyNot: AccountRefusal | undefined
}

interface AccountPageProps extends AccountShown {
  /** The form that came back with mistakes. */
  typed?: Typed & { form: 'role' | 'authorisation' | 'account' }
}

export const AccountPage = (props: AccountPageProps) => {
  const { account, whyNot, typed } = props
  const t = peopleText[useFrame().lang]
  return (
    <>
      <ErrorSummary errors={typed?.errors ?? []} />
      <h1 class="govuk-heading-l">{account.name}</h1>
      <SummaryList
        rows={[
          { key: t.email, value: account.email },
          { key: t.phone, value: account.phone ?? t.none },
          { key: t.state, value: <StateTag account={account} /> },
        ]}
      />
      {whyNot && <InsetText>{t.refusals[whyNot]}</InsetText>}
      <Roles {...props} />
      <Authorisations {...props} />
      {!whyNot && <Access {...props} />}
    </>
  )
}

const Roles = ({ account, roles, today, whyNot, typed }: AccountPageProps) => {
  const { lang, href } = useFrame()
  const t = peopleText[lang]
  const path = `/praca/konta/${account.id}/role`
  return (
    <section>
      <h2 class="govuk-heading-m">{t.roles}</h2>
      <Table
        caption={t.roles}
        captionHidden
        columns={[{ text: t.role }, { text: t.days }, { text: t.state }, { text: t.end }]}
        rows={roles.map((held) => [
          accessText[lang].roles[held.role],
          <DaysWords days={held} />,
          <DaysTag days={held} today={today} />,
          !whyNot && <EndButton path={`${path}/${held.id}/koniec`} days={held} today={today} />,
        ])}
      />
      {!whyNot && (
        <Form action={href(path)}>
          <RoleSelect typed={typed?.form === 'role' ? typed : {}} label={t.role} />
          <DaysFields typed={typed?.form === 'role' ? typed : {}} />
          <Button kind="secondary">{t.grantRole}</Button>
        </Form>
      )}
    </section>
  )
}

const EndButton = ({ path, days, today }: { path: string; days: Days; today: Temporal.PlainDate }) => {
  const { lang, href } = useFrame()
  if (daysState(days, today) === 'ended') return null
  return (
    <Form action={href(path)}>
      <Button kind="secondary">{peopleText[lang].endRole}</Button>
    </Form>
  )
}

const Authorisations = ({ account, authorisations, today, whyNot, typed }: AccountPageProps) => {
  const { lang, href } = useFrame()
  const t = peopleText[lang]
  const path = `/praca/konta/${account.id}/upowaznienia`
  return (
    <section>
      <h2 class="govuk-heading-m">{t.authorisation}</h2>
      <p class="govuk-body">{t.authorisationLead}</p>
      {authorisations.length > 0 && (
        <Table
          caption={t.authorisation}
          captionHidden
          columns={[{ text: t.days }, { text: t.state }, { text: t.end }]}
          rows={authorisations.map((held) => [
            <DaysWords days={held} />,
            <DaysTag days={held} today={today} />,
            !whyNot && <EndButton path={`${path}/${held.id}/koniec`} days={held} today={today} />,
          ])}
        />
      )}
      {!whyNot && (
        <details class="govuk-details" open={typed?.form === 'authorisation'}>
          <summary class="govuk-details__summary">
            <span class="govuk-details__summary-text">{t.authorise}</span>
          </summary>
          <div class="govuk-details__text">
            <Form action={href(path)}>
              <DaysFields typed={typed?.form === 'authorisation' ? typed : {}} prefix="approval-" />
              <Button kind="secondary">{t.authorise}</Button>
            </Form>
          </div>
        </details>
      )}
    </section>
  )
}

const Access = ({ account: { id, version, state, invited }, invitedUntil }: AccountPageProps) => {
  const { lang, href } = useFrame()
  const t = peopleText[lang]
  const path = `/praca/konta/${id}`
  return (
    <section>
      <h2 class="govuk-heading-m">{t.state}</h2>
      {state === 'active' && <p class="govuk-body">{t.disableLead}</p>}
      <Form action={href(`${path}/stan`)} hidden={{ version, state: state === 'active' ? 'disabled' : 'active' }}>
        <Button kind={state === 'active' ? 'warning' : 'secondary'}>{state === 'active' ? t.disable : t.enable}</Button>
      </Form>
      {state === 'active' && (
        <>
          <p class="govuk-body">{invited ? <InvitationWords until={invitedUntil} /> : t.invite.anewLead}</p>
          <Form action={href(`${path}/zaproszenie`)} hidden={{ version }}>
            <Button kind="secondary">{invited ? t.invite.again : t.invite.anew}</Button>
          </Form>
        </>
      )}
      <p class="govuk-body">{t.newSecretsLead}</p>
      <Form action={href(`${path}/dane-logowania`)} hidden={{ version }}>
        <Button kind="secondary">{t.newSecrets}</Button>
      </Form>
    </section>
  )
}

const InvitationWords = ({ until }: { until: Temporal.Instant | undefined }) => {
  const { lang } = useFrame()
  const { inviteUntil, inviteOver, againLead } = peopleText[lang].invite
  return until ? (
    <>
      {inviteUntil}: {formatInstant(lang, until)}. {againLead}
    </>
  ) : (
    <>{inviteOver}</>
  )
}
