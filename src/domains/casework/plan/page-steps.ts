/** Steps taken on the plan's page by one press. */
export const plainSteps = ['submit', 'take-back', 'start', 'resume'] as const
/** Steps that need a reason. */
export const reasonSteps = ['suspend', 'abandon', 'revise'] as const
export const pageSteps = [...plainSteps, ...reasonSteps] as const
export type ReasonStep = (typeof reasonSteps)[number]
export type PageStep = (typeof pageSteps)[number]
