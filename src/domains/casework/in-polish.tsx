import type { ComponentChildren } from 'preact'
import { useFrame } from '#ui/frame.tsx'

/** What is kept in Polish only, such as the name of a service, on a page in any language. */
export const InPolish = ({ children }: { children: ComponentChildren }) =>
  useFrame().lang === 'pl' ? <>{children}</> : <span lang="pl">{children}</span>
