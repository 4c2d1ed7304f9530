import type { ComponentChildren } from 'preact'
import { classes } from './class-names.ts'

/** The kind of a state. Each has its own shape before the word, so that colour is never alone. */
export type TagKind = 'done' | 'waiting' | 'overdue' | 'inactive' | 'current'

const colours: Record<TagKind, string | false> = {
  done: 'govuk-tag--green',
  waiting: 'govuk-tag--yellow',
  overdue: 'govuk-tag--red',
  inactive: 'govuk-tag--grey',
  current: false,
}

export const Tag = ({ children, kind = 'current' }: { children: ComponentChildren; kind?: TagKind }) => (
  <strong class={classes('govuk-tag', colours[kind])}>{children}</strong>
)
