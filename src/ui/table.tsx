import type { ComponentChildren } from 'preact'
import { classes } from './class-names.ts'
import { useText } from './frame.tsx'

export interface Column {
  text: ComponentChildren
  numeric?: boolean
  /** Its cells are buttons or links that say themselves what they do: on a phone the column isn't named beside them. */
  control?: boolean
  /** A link that sorts by this column; `direction` says how it is sorted now. */
  sort?: { href: string; direction?: 'ascending' | 'descending' | undefined }
}

interface TableProps {
  caption: string
  captionSize?: 's' | 'm' | 'l' | 'xl'
  /** The caption is heard but not seen, where a heading above says the same. */
  captionHidden?: boolean
  columns?: readonly Column[]
  rows: readonly (readonly ComponentChildren[])[]
  firstCellIsHeader?: boolean
  small?: boolean
}

/** On a phone each row is a card whose cells name their column; a wider table scrolls inside its box, never the page. */
export const Table = (props: TableProps) => (
  <div class="splot-table">
    <BareTable {...props} />
  </div>
)

export const BareTable = ({ captionSize, captionHidden, small, caption, ...table }: TableProps) => (
  <table class={classes('govuk-table', small && 'govuk-table--small-text-until-tablet')}>
    <caption
      class={classes(
        'govuk-table__caption',
        captionSize && `govuk-table__caption--${captionSize}`,
        captionHidden && 'govuk-visually-hidden',
      )}
    >
      {caption}
    </caption>
    {table.columns && (
      <thead class="govuk-table__head">
        <tr class="govuk-table__row">
          {table.columns.map((column) => (
            <Heading column={column} />
          ))}
        </tr>
      </thead>
    )}
    <Body {...table} />
  </table>
)

const Heading = ({ column }: { column: Column }) => {
  const { text, numeric, sort } = column
  const t = useText()
  const heard = { ascending: t.sortedUp, descending: t.sortedDown }
  return (
    <th
      scope="col"
      class={classes('govuk-table__header', numeric && 'govuk-table__header--numeric')}
      {...(sort && { 'aria-sort': sort.direction ?? ('none' as const) })}
    >
      {sort ? (
        <a class="splot-sort" href={sort.href}>
          {text}
          {sort.direction && <span class="govuk-visually-hidden"> ({heard[sort.direction]})</span>}
        </a>
      ) : (
        text
      )}
    </th>
  )
}

type TableBody = Pick<TableProps, 'columns' | 'rows' | 'firstCellIsHeader'>

const Body = ({ columns, rows, firstCellIsHeader }: TableBody) => (
  <tbody class="govuk-table__body">
    {rows.map((row) => (
      <tr class="govuk-table__row">
        {row.map((cell, at) =>
          at === 0 && firstCellIsHeader ? (
            <th scope="row" class="govuk-table__header">
              {cell}
            </th>
          ) : (
            <td
              class={classes('govuk-table__cell', columns?.[at]?.numeric && 'govuk-table__cell--numeric')}
              data-column={nameOf(columns?.[at])}
            >
              {cell}
            </td>
          ),
        )}
      </tr>
    ))}
  </tbody>
)

const nameOf = (column: Column | undefined) =>
  typeof column?.text === 'string' && !column.control ? column.text : undefined
