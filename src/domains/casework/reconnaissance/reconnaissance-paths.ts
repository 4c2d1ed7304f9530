/** Where the recognition of an application lies. */
export const reconnaissancePath = (applicationId: string, rest = ''): string =>
  `/praca/wnioski/${applicationId}/rozpoznanie${rest}`
