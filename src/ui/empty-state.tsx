import type { ComponentChildren } from 'preact'

/** Says what will be here and how the first one comes; `children` is the button or link to it. */
export const EmptyState = ({
  title,
  text,
  children,
}: {
  title: string
  text: string
  children?: ComponentChildren
}) => (
  <div class="splot-empty">
    <p class="splot-empty__title">{title}</p>
    <p class="splot-empty__text">{text}</p>
    {children}
  </div>
)
