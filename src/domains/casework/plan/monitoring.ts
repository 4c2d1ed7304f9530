export const monitoringForms = ['visit', 'phone', 'provider-report', 'team-meeting'] as const
export const lineStatuses = ['as-planned', 'differently', 'not-started', 'stopped'] as const
export type LineStatus = (typeof lineStatuses)[number]

/** A look at how the plan goes; `lines` tells it of each line that was spoken about. */
export interface MonitoringEvent {
  readonly happenedOn: Temporal.PlainDate
  readonly form: (typeof monitoringForms)[number]
  readonly course: string
  readonly residentOpinion: string
  readonly actions: string
  readonly nextOn: Temporal.PlainDate | undefined
  readonly lines: ReadonlyMap<string, LineStatus>
}
