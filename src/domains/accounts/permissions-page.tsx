import { actions, roleMay } from '#platform/access.ts'
import { roles } from '#platform/actor.ts'
import { useFrame } from '#ui/frame.tsx'
import { Table } from '#ui/table.tsx'
import { accessText } from './access-text.ts'
import { peopleText } from './people-text.ts'

/** The role × action table in words: the very one that decides. */
export const PermissionsPage = () => {
  const { lang } = useFrame()
  const t = peopleText[lang]
  const words = accessText[lang]
  return (
    <>
      <h1 class="govuk-heading-l">{t.permissions}</h1>
      <p class="govuk-body">{t.permissionsLead}</p>
      <Table
        caption={t.permissions}
        captionHidden
        small
        firstCellIsHeader
        columns={[{ text: t.action }, ...roles.map((role) => ({ text: words.roles[role] }))]}
        rows={actions.map((action) => [
          words.actions[action],
          ...roles.map((role) => (roleMay(role, action) ? <strong>{t.yes}</strong> : t.no)),
        ])}
      />
    </>
  )
}
