import type { ComponentChildren } from 'preact'
import { useFrame } from './frame.tsx'

/** What exists in Polish only, as names of services and needs do: marked on pages in other languages. */
export const Polish = ({ children }: { children: ComponentChildren }) =>
  useFrame().lang === 'pl' ? <>{children}</> : <span lang="pl">{children}</span>
