import type { ComponentChildren } from 'preact'

interface IdentityBarProps {
  /** Whose record this is. */
  title: ComponentChildren
  /** A few words that tell them from a namesake. */
  facts?: readonly ComponentChildren[]
  /** Buttons and links. */
  children?: ComponentChildren
}

/** Says on every page of a record whose record it is. */
export const IdentityBar = ({ title, facts = [], children }: IdentityBarProps) => (
  <div class="moj-identity-bar">
    <div class="moj-identity-bar__container">
      <div class="moj-identity-bar__details">
        <span class="moj-identity-bar__title">{title}</span>
        {facts.length > 0 && (
          <ul class="splot-facts">
            {facts.map((fact) => (
              <li>{fact}</li>
            ))}
          </ul>
        )}
      </div>
      {children !== undefined && <div class="moj-identity-bar__actions">{children}</div>}
    </div>
  </div>
)
