export const restrictionsPath = '/praca/osoby-chronione'
export const relativesPath = '/praca/wylaczenia'
