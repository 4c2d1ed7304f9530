import type { ComponentChildren } from 'preact'
import { classes } from './class-names.ts'

export interface Task {
  title: string
  /** A task without an address can't be started yet. */
  href?: string | undefined
  hint?: string | undefined
  /** A word, or a Tag. */
  status: ComponentChildren
}

export const TaskList = ({ items, idPrefix = 'task-list' }: { items: readonly Task[]; idPrefix?: string }) => (
  <ul class="govuk-task-list">
    {items.map((task, at) => (
      <TaskItem task={task} id={`${idPrefix}-${at + 1}`} />
    ))}
  </ul>
)

const TaskItem = ({ task: { title, href, hint, status }, id }: { task: Task; id: string }) => (
  <li class={classes('govuk-task-list__item', href !== undefined && 'govuk-task-list__item--with-link')}>
    <div class="govuk-task-list__name-and-hint">
      {href === undefined ? (
        <div>{title}</div>
      ) : (
        <a
          class="govuk-link govuk-task-list__link"
          href={href}
          aria-describedby={classes(hint !== undefined && `${id}-hint`, `${id}-status`)}
        >
          {title}
        </a>
      )}
      {hint !== undefined && (
        <div id={`${id}-hint`} class="govuk-task-list__hint">
          {hint}
        </div>
      )}
    </div>
    <div class="govuk-task-list__status" id={`${id}-status`}>
      {status}
    </div>
  </li>
)
