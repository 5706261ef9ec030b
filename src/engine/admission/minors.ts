// The minors whose fields are known, without the fields: whoever only names them need not load these.

/** 36 for Kubernetes 1.36. */
export const newest = 36
const oldest = 32

/** Both ends of the minors whose fields are known: `1.32` and `1.36`. */
export const oldestMinor = `1.${oldest}`
export const newestMinor = `1.${newest}`

/** 33 for `1.33`; the newest known for what is no version. */
export function minorNumber(minor: string): number {
  const [, number] = /^1\.(\d+)/.exec(minor) ?? []
  return number === undefined ? newest : Number(number)
}

/** The minor whose fields stand in for `minor`: itself where it is known, else the nearest. */
export function knownMinor(minor: number): number {
  return Math.min(newest, Math.max(oldest, minor))
}
