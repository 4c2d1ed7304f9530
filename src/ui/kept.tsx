import type { ComponentChildren } from 'preact'
import { jsxTemplate } from 'preact/jsx-runtime'
import { render } from 'preact-render-to-string'
import { FrameProvider, useFrame, type Centre, type Frame } from './frame.tsx'

interface KeptProps {
  /** What the fragment shows. When the data change another object stands here, and the text goes with this one. */
  of: object
  /** Which fragment of it this is, with everything else that it depends on. */
  as: string
  children: ComponentChildren
}

/** How many texts one thing may have; the oldest goes first. */
const mostOfOneThing = 30

const texts = new WeakMap<Centre, WeakMap<object, Map<string, string>>>()

/**
 * A part of public pages that is the same for everyone: drawn once for each centre, language and thing shown, then
 * inserted as the text that Preact made of it. Nothing is kept on the pages of who is signed in. The address of the page
 * is not in the key, so what depends on it stays outside.
 */
export const Kept = ({ of, as, children }: KeptProps) => {
  const frame = useFrame()
  if (frame.user) return <>{children}</>
  const ofThing = textsOf(frame.tenant, of)
  const key = `${frame.lang} ${as}`
  const known = ofThing.get(key)
  return jsxTemplate([known ?? keep(ofThing, key, draw(frame, children))])
}

const draw = (frame: Frame, children: ComponentChildren): string =>
  render(<FrameProvider value={frame}>{children}</FrameProvider>)

function textsOf(tenant: Centre, of: object): Map<string, string> {
  let things = texts.get(tenant)
  if (!things) texts.set(tenant, (things = new WeakMap()))
  let ofThing = things.get(of)
  if (!ofThing) things.set(of, (ofThing = new Map()))
  return ofThing
}

function keep(ofThing: Map<string, string>, key: string, text: string): string {
  if (ofThing.size >= mostOfOneThing) ofThing.delete(ofThing.keys().next().value!)
  ofThing.set(key, text)
  return text
}
