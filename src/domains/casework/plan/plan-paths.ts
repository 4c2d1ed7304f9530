/** Where the pages of a plan lie. */
export const planPath = (id: string, rest = ''): string => `/praca/plany/${id}${rest}`
export const plansPath = '/praca/plany'
