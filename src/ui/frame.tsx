import { createContext } from 'preact'
import { useContext } from 'preact/hooks'
import type { Role } from '#platform/actor.ts'
import type { Assets } from '#platform/assets.ts'
import { href, type Lang } from '#platform/i18n.ts'
import type { UiText } from './text.pl.ts'
import { uiText } from './text.ts'

/** The centre as its pages show it; a tenant of the platform fits. */
export interface Centre {
  name: string
  phone: string
  phoneHours: string
  brand?: string | null
  accent?: string | null
  /** True where the organisations and offers are invented. */
  sample?: boolean
  /** The address of the coat of arms; without one the mark of Splot stands there. */
  arms?: string
}

/** What every page and component may know without being told. */
export interface Frame {
  lang: Lang
  /** The address of this page without its language, with its query. */
  path: string
  /** The same address in the page's language. */
  href: (path: string) => string
  tenant: Centre
  assets: Pick<Assets, 'url'>
  /** Who is signed in; absent on public pages. */
  user?: { name: string; roles: readonly Role[] } | undefined
}

export const frameOf = (known: Omit<Frame, 'href'>): Frame => ({ ...known, href: (path) => href(known.lang, path) })

const FrameContext = createContext<Frame | undefined>(undefined)

export const FrameProvider = FrameContext.Provider

export function useFrame(): Frame {
  const frame = useContext(FrameContext)
  if (!frame) throw new Error('a component was drawn outside a page')
  return frame
}

/** The standing sentences of the components in the page's language. */
export const useText = (): UiText => uiText[useFrame().lang]
