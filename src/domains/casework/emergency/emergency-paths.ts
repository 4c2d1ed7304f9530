/** Where a worker breaks the glass; the page of what isn't found leads there. */
export const emergencyPath = '/praca/dostep-awaryjny'
export const emergenciesPath = '/praca/dostepy-awaryjne'
