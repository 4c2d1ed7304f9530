import { useFrame } from '#ui/frame.tsx'
import { Tag } from '#ui/tag.tsx'
import { TaskList } from '#ui/task-list.tsx'
import { isSensitive, lifeSections, sensitivitiesOf, type LifeSection, type SectionEntry } from '../reconnaissance.ts'
import { reconnaissancePath } from './reconnaissance-paths.ts'
import { reconnaissanceText } from './text.ts'

interface SectionsProps {
  applicationId: string
  sections: readonly SectionEntry[]
  canWrite: boolean
}

/** The parts of a life as a list: which are described and how carefully each is kept, never what they say. */
export const ReconnaissanceSections = ({ applicationId, sections, canWrite }: SectionsProps) => {
  const { lang, href } = useFrame()
  const t = reconnaissanceText[lang]
  const known = new Map(sections.map((entry) => [entry.section, entry]))
  const shown = canWrite ? lifeSections : lifeSections.filter((section) => isFilled(known.get(section)))
  return (
    <section aria-labelledby="sytuacja">
      <h2 class="govuk-heading-m" id="sytuacja">
        {t.sections}
      </h2>
      <p class="govuk-hint">{t.sectionsHint}</p>
      <TaskList
        items={shown.map((section) => ({
          title: t.sectionNames[section],
          href: href(reconnaissancePath(applicationId, `/${section}`)),
          hint: sensitivityText(t, known.get(section) ?? { section, raised: [] }),
          status: isFilled(known.get(section)) ? <Tag kind="done">{t.filled}</Tag> : t.empty,
        }))}
      />
    </section>
  )
}

const isFilled = (entry: SectionEntry | undefined): boolean => entry !== undefined && entry.text.trim() !== ''

type Classed = Pick<SectionEntry, 'raised'> & { readonly section: LifeSection }

const sensitivityText = (t: (typeof reconnaissanceText)['pl'], entry: Classed): string | undefined =>
  isSensitive(entry)
    ? `${t.sensitivity}: ${sensitivitiesOf(entry)
        .map((one) => t.sensitivities[one])
        .join(', ')}`
    : undefined
