/** Where the form with a file is sent; received before the request's transaction. */
export const attachmentsPath = '/praca/wnioski/:id/zalaczniki'

export const applicationPath = (applicationId: string): string => `/praca/wnioski/${applicationId}`

export const attachmentPath = (applicationId: string, id: string): string =>
  `${applicationPath(applicationId)}/zalaczniki/${id}`

export const removalPath = (applicationId: string, id: string): string =>
  `${attachmentPath(applicationId, id)}/usuniecie`

/** The part of the application's page where its attachments stand. */
export const attachmentsAnchor = 'zalaczniki'
