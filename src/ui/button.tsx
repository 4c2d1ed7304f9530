import type { ComponentChildren } from 'preact'
import { classes } from './class-names.ts'

export type ButtonKind = 'primary' | 'secondary' | 'warning' | 'inverse'

interface ButtonProps {
  children: ComponentChildren
  kind?: ButtonKind
  /** The name and value that tell one form's buttons apart. */
  name?: string
  value?: string
  type?: 'submit' | 'button' | 'reset'
  disabled?: boolean
  /** Sends the form elsewhere than its own action. */
  formAction?: string
}

export const Button = ({ children, kind, type = 'submit', disabled, formAction, ...named }: ButtonProps) => (
  <button
    type={type}
    {...named}
    {...(disabled && { disabled: true, 'aria-disabled': 'true' as const })}
    formAction={formAction}
    class={buttonClass(kind)}
  >
    {children}
  </button>
)

interface ButtonLinkProps {
  children: ComponentChildren
  href: string
  kind?: ButtonKind
  /** The one way into a service; drawn larger, with an arrow. */
  start?: boolean
}

/** Space presses it too, where scripts run; it stays a link, since it leads somewhere. */
const asButton = { role: 'button' } as const

/** A link that looks like a button, for going on, never for changing something. */
export const ButtonLink = ({ children, href, kind, start }: ButtonLinkProps) => (
  <a href={href} {...asButton} draggable={false} class={classes(buttonClass(kind), start && 'govuk-button--start')}>
    {children}
    {start && <StartIcon />}
  </a>
)

/** Buttons and links that belong together, in one line where there is room. */
export const ButtonGroup = ({ children }: { children: ComponentChildren }) => (
  <div class="govuk-button-group">{children}</div>
)

const buttonClass = (kind: ButtonKind = 'primary') =>
  classes('govuk-button', kind !== 'primary' && `govuk-button--${kind}`)

const StartIcon = () => (
  <svg
    class="govuk-button__start-icon"
    xmlns="http://www.w3.org/2000/svg"
    width="17.5"
    height="19"
    viewBox="0 0 33 40"
    aria-hidden="true"
    focusable="false"
  >
    <path fill="currentColor" d="M0 0h13l20 20-20 20H0l20-20z" />
  </svg>
)
