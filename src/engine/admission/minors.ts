// The minors whose rules are known, without their fields: whoever only names them need not load these.

/** 36 for Kubernetes 1.36. */
export const newest = 36
const oldest = 28

/** The newest whose rules are known: `1.36`. */
export const newestMinor = `1.${newest}`
/** The oldest that is asked where a cluster says no version, beside the newest; older ones are known to whoever names them. */
export const oldestAsked = '1.32'

/** 33 for `1.33`; the newest known for what is no version. */
export function minorNumber(minor: string): number {
  const [, number] = /^1\.(\d+)/.exec(minor) ?? []
  return number === undefined ? newest : Number(number)
}

/** The minor whose rules stand in for `minor`: itself where it is known, else the nearest. */
export function knownMinor(minor: number): number {
  return Math.min(newest, Math.max(oldest, minor))
}

/** The same of `1.22`: `1.28`; undefined where the minor itself is known. */
export function standIn(minor: string): string | undefined {
  const number = minorNumber(minor)
  const known = knownMinor(number)
  return known === number ? undefined : `1.${known}`
}
