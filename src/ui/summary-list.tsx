import type { ComponentChildren } from 'preact'
import { classes } from './class-names.ts'
import { useText } from './frame.tsx'

export interface SummaryAction {
  href: string
  /** "Zmień" when not said. */
  text?: string
  /** What is changed, for those who hear the link without its row; the row's key when it is text. */
  what?: string
}

export interface SummaryRow {
  key: ComponentChildren
  value: ComponentChildren
  actions?: readonly SummaryAction[] | undefined
}

interface SummaryListProps {
  rows: readonly SummaryRow[]
  noBorder?: boolean
  /** Draws the list in a card under this heading. */
  card?: { title: string; headingLevel?: 2 | 3 | 4; actions?: readonly SummaryAction[] }
}

/** Facts by name, each with its own "Zmień" where it can be changed. */
export const SummaryList = ({ rows, noBorder, card }: SummaryListProps) => {
  const anyActions = rows.some((row) => row.actions?.length)
  const list = (
    <dl class={classes('govuk-summary-list', noBorder && 'govuk-summary-list--no-border')}>
      {rows.map((row) => (
        <Row row={row} anyActions={anyActions} card={card?.title} />
      ))}
    </dl>
  )
  return card ? <Card {...card}>{list}</Card> : list
}

const Row = ({ row, anyActions, card }: { row: SummaryRow; anyActions: boolean; card: string | undefined }) => (
  <div class={classes('govuk-summary-list__row', anyActions && !row.actions && 'govuk-summary-list__row--no-actions')}>
    <dt class="govuk-summary-list__key">{row.key}</dt>
    <dd class="govuk-summary-list__value">{row.value}</dd>
    {!!row.actions?.length && (
      <dd class="govuk-summary-list__actions">
        <Actions
          actions={row.actions.map((action) => (typeof row.key === 'string' ? { what: row.key, ...action } : action))}
          list="govuk-summary-list__actions-list"
          item="govuk-summary-list__actions-list-item"
          card={card}
        />
      </dd>
    )}
  </div>
)

type CardProps = NonNullable<SummaryListProps['card']> & { children: ComponentChildren }

const Card = ({ title, headingLevel = 2, actions = [], children }: CardProps) => {
  const Heading = `h${headingLevel}` as const
  return (
    <div class="govuk-summary-card">
      <div class="govuk-summary-card__title-wrapper">
        <Heading class="govuk-summary-card__title">{title}</Heading>
        {actions.length === 1 && (
          <div class="govuk-summary-card__actions">
            <ActionLink action={actions[0]!} card={title} />
          </div>
        )}
        {actions.length > 1 && (
          <Actions
            actions={actions}
            list="govuk-summary-card__actions"
            item="govuk-summary-card__action"
            card={title}
          />
        )}
      </div>
      <div class="govuk-summary-card__content">{children}</div>
    </div>
  )
}

interface ActionsProps {
  actions: readonly SummaryAction[]
  list: string
  item: string
  card: string | undefined
}

const Actions = ({ actions, list, item, card }: ActionsProps) => {
  if (actions.length === 1) return <ActionLink action={actions[0]!} card={card} />
  return (
    <ul class={list}>
      {actions.map((action) => (
        <li class={item}>
          <ActionLink action={action} card={card} />
        </li>
      ))}
    </ul>
  )
}

const ActionLink = ({ action, card }: { action: SummaryAction; card: string | undefined }) => {
  const t = useText()
  const hidden = `${action.what ? ` ${action.what}` : ''}${card ? ` (${card})` : ''}`
  return (
    <a class="govuk-link" href={action.href}>
      {action.text ?? t.change}
      {hidden && <span class="govuk-visually-hidden">{hidden}</span>}
    </a>
  )
}
