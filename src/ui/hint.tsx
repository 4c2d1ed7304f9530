import type { ComponentChildren } from 'preact'
import { classes } from './class-names.ts'

export const Hint = ({ id, children, class: extra }: { id: string; children: ComponentChildren; class?: string }) => (
  <div id={id} class={classes('govuk-hint', extra)}>
    {children}
  </div>
)
