/** How many failed checks of a password are borne in a quarter of an hour (ASVS 5.0 V6.3.1). */
export const windowMinutes = 15
export const mostPerAccount = 10
export const mostPerDevice = 10
/** A whole office may stand behind one address. */
export const mostPerAddress = 60

/** Failed checks in the window: of this browser when it is a known one, else of everyone unknown. */
export interface FailedChecks {
  device: number
  account: number
  address: number
}

/** A known browser is slowed down only by its own mistakes; unknown ones share the account's and the address's measure. */
export function isTooMany(failed: FailedChecks, deviceIsKnown: boolean): boolean {
  if (deviceIsKnown) return failed.device >= mostPerDevice
  return failed.account >= mostPerAccount || failed.address >= mostPerAddress
}
