import type { VNode } from 'preact'
import { BackLink } from '#ui/back-link.tsx'
import { Breadcrumbs } from '#ui/breadcrumbs.tsx'
import { Button, ButtonLink, type ButtonKind } from '#ui/button.tsx'
import { Details } from '#ui/details.tsx'
import { ErrorMessage } from '#ui/error-message.tsx'
import { ErrorSummary } from '#ui/error-summary.tsx'
import { Hint } from '#ui/hint.tsx'
import { InsetText } from '#ui/inset-text.tsx'
import { NotificationBanner } from '#ui/notification-banner.tsx'
import { Pagination } from '#ui/pagination.tsx'
import { Panel } from '#ui/panel.tsx'
import { SkipLink } from '#ui/skip-link.tsx'
import { SummaryList } from '#ui/summary-list.tsx'
import { BareTable } from '#ui/table.tsx'
import { Tag, type TagKind } from '#ui/tag.tsx'
import { TaskList } from '#ui/task-list.tsx'
import { WarningText } from '#ui/warning-text.tsx'
import {
  drawFileUpload,
  drawInput,
  drawTextarea,
  drawSelect,
  drawRadios,
  drawCheckboxes,
  drawFieldset,
  drawLabel,
} from './govuk-fields.tsx'
import { drawDateInput } from './govuk-dates.tsx'
import { given, isText, only, sizeIn, type Options } from './govuk-options.ts'

/** Draws a fixture with our component; undefined where our props can't say what it says. */
interface Renderer {
  draw: (options: Options) => VNode | undefined
  ignore?: string[]
  /** Takes out of our HTML what theirs may leave out. */
  without?: RegExp
}

function drawButton({ text, classes, ...rest }: Options) {
  const kind = /^govuk-button--(secondary|warning|inverse)$/.exec(classes ?? '')?.[1] as ButtonKind | undefined
  if ((classes && !kind) || !text || !only(rest, 'name', 'value', 'type', 'disabled', 'href', 'isStartButton'))
    return undefined
  const { href, isStartButton, ...named } = rest
  if (isStartButton && typeof text !== 'string') return undefined
  if (href)
    return Object.keys(named).length > 0 ? undefined : (
      <ButtonLink href={href} {...given({ kind, start: isStartButton })}>
        {text}
      </ButtonLink>
    )
  return isStartButton ? undefined : <Button {...given({ kind, ...named })}>{text}</Button>
}

function drawSummary({ titleText, descriptionText, errorList, ...rest }: Options) {
  const plain = errorList?.every((item: Options) => only(item, 'text', 'href') && item.text && item.href !== '')
  if (!plain || !titleText || !only(rest)) return undefined
  const errors = errorList.map(({ text, href }: Options) => ({ field: href?.slice(1) ?? 'form', message: text }))
  return <ErrorSummary errors={errors} title={titleText} {...given({ description: descriptionText })} />
}

const actionsOf = (actions: Options) =>
  actions?.items?.map(({ href, text, visuallyHiddenText }: Options) => ({ href, text, what: visuallyHiddenText ?? '' }))

const plainActions = (actions: Options) =>
  only(actions, 'items') &&
  (actions?.items ?? []).every((item: Options) => only(item, 'href', 'text', 'visuallyHiddenText') && item.text)

function drawSummaryList({ rows: all, card, classes, ...rest }: Options) {
  const rows = all.filter(Boolean)
  const noBorder = classes === 'govuk-summary-list--no-border'
  const plain = rows.every(
    (row: Options) =>
      row && only(row, 'key', 'value', 'actions') && isText(row.key) && isText(row.value) && plainActions(row.actions),
  )
  const plainCard =
    only(card, 'title', 'actions') &&
    only(card?.title, 'text', 'headingLevel') &&
    plainActions(card?.actions) &&
    (!card || card.title?.text)
  if (!only(rest) || !plain || !plainCard || (classes && !noBorder)) return undefined
  const ours = rows.map(({ key, value, actions }: Options) =>
    given({ key: key.text, value: value.text, actions: actionsOf(actions) }),
  )
  const cardProps =
    card && given({ title: card.title.text, headingLevel: card.title.headingLevel, actions: actionsOf(card.actions) })
  return <SummaryList rows={ours} noBorder={noBorder} {...given({ card: cardProps })} />
}

function drawTable({ rows: all, head, caption, captionClasses, firstCellIsHeader, ...rest }: Options) {
  const rows = all.filter(Boolean)
  const size = sizeIn(captionClasses, 'govuk-table__caption')
  const cells = [...rows.flat(), ...(head ?? [])]
  const formats = head?.map(({ format }: Options) => format === 'numeric')
  const plain =
    cells.every((cell) => only(cell, 'text', 'format')) &&
    rows.every(
      (row: Options) =>
        row && row.every((cell: Options, at: number) => (cell.format === 'numeric') === (formats?.[at] ?? false)),
    )
  if (!only(rest) || !plain || (captionClasses && !size)) return undefined
  const columns = head?.map(({ text, format }: Options) => ({ text, numeric: format === 'numeric' }))
  return (
    <BareTable
      rows={rows.map((row: Options[]) => row.map(({ text }) => text))}
      {...given({ columns, caption, captionSize: size, firstCellIsHeader })}
    />
  )
}

const tagKinds: Record<string, TagKind> = {
  'govuk-tag--green': 'done',
  'govuk-tag--yellow': 'waiting',
  'govuk-tag--red': 'overdue',
  'govuk-tag--grey': 'inactive',
}

function drawTag({ text, classes, ...rest }: Options) {
  if (!only(rest) || !text || (classes && !tagKinds[classes])) return undefined
  return <Tag {...given({ kind: tagKinds[classes] })}>{text}</Tag>
}

function drawTaskList({ items, idPrefix, ...rest }: Options) {
  const plain = items.every(
    (item: Options) =>
      item &&
      only(item, 'title', 'href', 'hint', 'status') &&
      isText(item.title) &&
      isText(item.hint) &&
      only(item.status, 'text', 'tag') &&
      (!item.status?.tag || drawTag(item.status.tag)),
  )
  if (!only(rest) || !plain || items.length === 0) return undefined
  const tasks = items.map(({ title, href, hint, status }: Options) =>
    given({ title: title.text, href, hint: hint?.text, status: status?.tag ? drawTag(status.tag) : status?.text }),
  )
  return <TaskList items={tasks} {...given({ idPrefix })} />
}

function drawBanner({ text, type, titleText, ...rest }: Options) {
  if (!only(rest) || !text || (type && type !== 'success')) return undefined
  return (
    <NotificationBanner success={type === 'success'} title={titleText ?? (type ? 'Success' : 'Important')}>
      {text}
    </NotificationBanner>
  )
}

function drawPagination({ items, previous, next, ...rest }: Options) {
  const pages = items?.length
  const page = items?.findIndex((item: Options) => item?.current) + 1
  const plain = items?.every(
    (item: Options, at: number) => only(item, 'number', 'href', 'current') && item.number === at + 1,
  )
  const steps =
    only(previous, 'href') && only(next, 'href') && page > 1 === Boolean(previous) && page < pages === Boolean(next)
  if (!only(rest) || !plain || !steps || page === 0) return undefined
  return <Pagination page={page} pages={pages} hrefOf={(shown) => `/page/${shown}`} />
}

/** Our components by the name of govuk-frontend's, with the attributes that differ on purpose. */
export const renderers: Record<string, Renderer> = {
  button: { draw: drawButton },
  // Our id is the name; theirs may differ.
  'file-upload': { draw: drawFileUpload, ignore: ['name'] },
  input: { draw: drawInput, ignore: ['name'] },
  textarea: { draw: drawTextarea, ignore: ['name'] },
  select: { draw: drawSelect, ignore: ['name'] },
  radios: { draw: drawRadios, ignore: ['name'] },
  checkboxes: { draw: drawCheckboxes, ignore: ['name'] },
  // Our first box bears the field's id, so that the summary's link reaches it without a script.
  'date-input': { draw: drawDateInput, ignore: ['name', 'id', 'for'] },
  'error-summary': { draw: drawSummary },
  'summary-list': { draw: drawSummaryList },
  // Our table always has a caption.
  table: { draw: drawTable, without: /<caption class="govuk-table__caption"><\/caption>/ },
  tag: { draw: drawTag },
  'task-list': { draw: drawTaskList },
  fieldset: { draw: drawFieldset },
  label: { draw: drawLabel, ignore: ['for'] },
  'notification-banner': { draw: drawBanner },
  details: {
    draw: ({ summaryText, text, id, open, ...rest }) =>
      only(rest) && summaryText && text ? (
        <Details summary={summaryText} {...given({ id, open })}>
          {text}
        </Details>
      ) : undefined,
  },
  hint: {
    draw: ({ text, id, ...rest }) => (only(rest) && text ? <Hint id={id ?? ''}>{text}</Hint> : undefined),
    ignore: ['id'],
  },
  'error-message': {
    draw: ({ text, id, ...rest }) =>
      only(rest) && text ? <ErrorMessage id={id ?? ''}>{text}</ErrorMessage> : undefined,
    ignore: ['id'],
  },
  'inset-text': { draw: ({ text, ...rest }) => (only(rest) && text ? <InsetText>{text}</InsetText> : undefined) },
  'warning-text': {
    draw: ({ text, iconFallbackText, ...rest }) =>
      only(rest) && text && (iconFallbackText ?? 'Warning') === 'Warning' ? (
        <WarningText>{text}</WarningText>
      ) : undefined,
  },
  panel: {
    draw: ({ titleText, text, ...rest }) =>
      only(rest) && titleText ? <Panel title={titleText} {...given({ children: text })} /> : undefined,
  },
  breadcrumbs: {
    draw: ({ items, collapseOnMobile, ...rest }) =>
      only(rest) && items?.every((item: Options) => only(item, 'text', 'href')) ? (
        <Breadcrumbs items={items} {...given({ collapseOnMobile })} />
      ) : undefined,
    ignore: ['aria-label'],
  },
  // Our steps lead to the same addresses as the numbers.
  pagination: { draw: drawPagination, ignore: ['href', 'aria-label'] },
  'back-link': {
    draw: ({ text, href, ...rest }) => (only(rest) ? <BackLink href={href ?? '#'} {...given({ text })} /> : undefined),
  },
  'skip-link': {
    draw: ({ text, href, ...rest }) =>
      only(rest) && text ? <SkipLink href={href ?? '#content'} text={text} /> : undefined,
  },
}
