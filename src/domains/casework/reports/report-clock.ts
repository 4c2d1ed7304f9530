/** The working day after the report: by then somebody has read it, as the confirmation promises. Holidays aren't known. */
export function answerDueOn(receivedOn: Temporal.PlainDate): Temporal.PlainDate {
  const next = receivedOn.add({ days: 1 })
  const overWeekend = Math.max(0, 8 - next.dayOfWeek)
  return next.dayOfWeek >= 6 ? next.add({ days: overWeekend }) : next
}
