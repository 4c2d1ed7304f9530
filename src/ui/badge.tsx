import type { ComponentChildren } from 'preact'

/** A short fact beside a name that isn't a state: "bezpłatnie", "w domu". */
export const Badge = ({ children }: { children: ComponentChildren }) => <span class="moj-badge">{children}</span>
