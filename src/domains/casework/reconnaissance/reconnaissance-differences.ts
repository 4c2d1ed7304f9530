import { valueOf, type FormValues } from '#platform/forms.ts'
import { typedDay } from '../form-reading.ts'
import type { Difference } from '../plan/conflict-notice.tsx'
import { reconnaissancePlaces } from '../reconnaissance.ts'
import type { ReconnaissanceText } from './text.pl.ts'

/** What two people wrote about the same talk, field by field. */
export function headDifferences(t: ReconnaissanceText, yours: FormValues, saved: FormValues): Difference[] {
  const both = (field: string, read: (from: FormValues) => string) => ({
    field,
    yours: read(yours),
    saved: read(saved),
  })
  const text = (name: string) => (from: FormValues) => valueOf(from, name).replaceAll('\r\n', '\n').trim()
  const place = (from: FormValues) => {
    const chosen = reconnaissancePlaces.find((one) => one === valueOf(from, 'place'))
    return chosen ? t.places[chosen] : ''
  }
  const day = (from: FormValues) => Object.values(typedDay(from, 'heldOn')).filter(Boolean).join('.')
  return [
    both(t.heldOn, day),
    both(t.place, place),
    both(t.participants, text('participants')),
    both(t.servicesUsed, text('servicesUsed')),
    both(t.risks, text('risks')),
    both(t.months, text('months')),
    both(t.opinion, text('opinion')),
  ]
}
