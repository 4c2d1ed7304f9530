export interface Door {
  title: string
  href: string
  /** One sentence. */
  text: string
}

/** Ways in by life situation; the whole card leads on, its title is the link. */
export const Doors = ({ doors, headingLevel = 2 }: { doors: readonly Door[]; headingLevel?: 2 | 3 }) => {
  const Heading = `h${headingLevel}` as const
  return (
    <ul class="splot-doors">
      {doors.map(({ title, href, text }) => (
        <li class="splot-door">
          <Heading class="splot-door__title">
            <a class="govuk-link splot-door__link" href={href}>
              {title}
            </a>
          </Heading>
          <p class="splot-door__text">{text}</p>
        </li>
      ))}
    </ul>
  )
}
