import type { StaffActor } from '#platform/actor.ts'
import { EmptyState } from '#ui/empty-state.tsx'
import { useFrame } from '#ui/frame.tsx'
import { Tag } from '#ui/tag.tsx'
import { TaskList } from '#ui/task-list.tsx'
import { accessText } from './access-text.ts'
import { doorsFor, type DeskItem } from './desk.ts'
import { signInText } from './sign-in-text.ts'

export const DeskPage = ({ actor, items }: { actor: StaffActor; items: readonly DeskItem[] }) => {
  const { lang } = useFrame()
  const t = signInText[lang]
  return (
    <>
      <h1 class="govuk-heading-l">{t.hello(actor.name)}</h1>
      {actor.roles.length === 0 ? <EmptyState title={t.noRole} text={t.noRoleText} /> : <Roles actor={actor} />}
      {actor.roles.length > 0 && <Waiting items={items} />}
      <Doors actor={actor} />
    </>
  )
}

const Roles = ({ actor }: { actor: StaffActor }) => {
  const { lang } = useFrame()
  const t = signInText[lang]
  const words = actor.roles.map((role) => {
    const name = accessText[lang].roles[role]
    return actor.deputyRoles.includes(role) ? `${name} (${t.asDeputy})` : name
  })
  return (
    <p class="govuk-body">
      {t.yourRoles}: {words.join(', ')}
    </p>
  )
}

const Waiting = ({ items }: { items: readonly DeskItem[] }) => {
  const { lang, href } = useFrame()
  const t = signInText[lang]
  if (items.length === 0) return <EmptyState title={t.nothingNeedsYou} text={t.nothingNeedsYouText} />
  return (
    <>
      <h2 class="govuk-heading-m">{t.needsYou}</h2>
      <TaskList
        items={items.map(({ text, path, count, urgent }) => ({
          title: text,
          href: href(path),
          status: <Tag kind={urgent ? 'overdue' : 'waiting'}>{count}</Tag>,
        }))}
      />
    </>
  )
}

const Doors = ({ actor }: { actor: StaffActor }) => {
  const { lang, href } = useFrame()
  const t = signInText[lang]
  const doors = doorsFor(actor)
  if (doors.length === 0) return null
  return (
    <>
      <h2 class="govuk-heading-m">{t.places}</h2>
      <ul class="govuk-list">
        {doors.map(({ action, path }) => (
          <li>
            <a class="govuk-link" href={href(path)}>
              {t.links[action]}
            </a>
          </li>
        ))}
      </ul>
    </>
  )
}
