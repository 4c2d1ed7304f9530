import { z } from 'zod'
import { parseForm, valueOf, valuesOf, type FormValues, type Parsed } from '#platform/forms.ts'
import { joinDays, optionalDayField } from '../day-field.ts'
import type { Group, ListedNeed } from '../plan/offers.ts'
import { reconnaissancePlaces, sensitivities, type LifeSection, type SectionEntry } from '../reconnaissance.ts'
import { choice, freeText, limits, optionalText, pick, requiredText, textLines } from '../text-field.ts'
import type { ReconnaissanceHead } from './reconnaissance-queries.ts'
import type { ReconnaissanceText } from './text.pl.ts'
import type { ChosenNeed } from './write-reconnaissance.ts'

type Errors = ReconnaissanceText['errors']

const headFields = ['place', 'participants', 'servicesUsed', 'risks', 'months', 'opinion'] as const

const headSchema = (t: Errors) =>
  z
    .object({
      heldOn: optionalDayField(t.day),
      place: z.union([z.literal('').transform(() => undefined), choice(reconnaissancePlaces, t.choose)], {
        error: t.choose,
      }),
      participants: textLines(t.tooLong),
      servicesUsed: freeText(t.tooLong),
      risks: freeText(t.tooLong),
      months: z
        .string()
        .trim()
        .refine((typed) => typed === '' || (/^\d{1,3}$/.test(typed) && Number(typed) <= 120), t.months)
        .transform((typed) => (typed === '' ? undefined : Number(typed))),
      opinion: freeText(t.tooLong),
    })
    .transform(({ months, ...head }) => ({ ...head, expectedCoordinationMonths: months }))

/** A draft may be half empty; what is missing is said when it is to be finished. */
export const readHead = (values: FormValues, t: Errors): Parsed<ReconnaissanceHead> =>
  parseForm(headSchema(t), pick(joinDays(values, ['heldOn']), [...headFields, 'heldOn']))

export const readSection = (values: FormValues, section: LifeSection, t: Errors): Parsed<SectionEntry> =>
  parseForm(
    z
      .object({
        text: freeText(t.tooLong),
        raised: z.array(choice(sensitivities, t.choose)).transform((all) => [...new Set(all)]),
        relevantBecause: optionalText(t.tooLong, limits.line),
      })
      .transform((entry) => ({ ...entry, section })),
    pick(values, ['text', 'relevantBecause'], ['raised']),
  )

export const readResidentGoal = (values: FormValues, t: Errors): Parsed<string> => {
  const parsed = parseForm(z.object({ goal: requiredText(t.goal, t.tooLong, 1000) }), pick(values, ['goal']))
  return parsed.ok ? { ...parsed, value: parsed.value.goal } : parsed
}

interface Known {
  readonly needs: readonly ListedNeed[]
  readonly groups: readonly Group[]
}

/** Needs of the list that were ticked, and one in the person's own words. */
export function readNeeds(values: FormValues, { needs, groups }: Known, t: Errors): Parsed<ChosenNeed[]> {
  const ticked = new Set(valuesOf(values, 'need'))
  const listed = needs
    .filter((need) => ticked.has(need.id))
    .map(({ id, name, groupCode }) => ({ listedNeedId: id, name, groupCode }))
  const own = valueOf(values, 'ownNeed').trim()
  const schema = z.object({
    ownNeed: freeText(t.tooLong, 500),
    ownGroup:
      own === ''
        ? z.string()
        : choice(
            groups.map((group) => group.code),
            t.group,
          ),
  })
  const parsed = parseForm(schema, pick(values, ['ownNeed', 'ownGroup']))
  if (!parsed.ok) return parsed
  if (listed.length === 0 && own === '') return { ok: false, errors: [{ field: 'ownNeed', message: t.needs }], values }
  const named = own === '' ? [] : [{ listedNeedId: null, name: own, groupCode: parsed.value.ownGroup }]
  return { ok: true, value: [...listed, ...named], values }
}
