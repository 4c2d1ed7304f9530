export const planStates = [
  'draft',
  'agreed',
  'submitted',
  'returned',
  'approved',
  'active',
  'suspended',
  'ended',
  'interviewed',
  'described',
  'replaced',
  'abandoned',
] as const
export type PlanState = (typeof planStates)[number]
