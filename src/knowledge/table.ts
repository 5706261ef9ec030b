// Tables over Kubernetes minors. What a table does not cover is undefined, never the nearest row.

/** A value with where it is written and the day it was looked up. */
export interface Known<Value> {
  readonly value: Value
  /** File and line of a named version, or a page's address. */
  readonly source: string
  /** `2026-11-21` */
  readonly asOf: string
}

/** Holds from the minor `from` on, until the next row of the table begins. */
export interface Row<Value> extends Known<Value> {
  readonly from: string
}

export interface Table<Value> {
  /** Sorted by `from`; the first is the oldest minor that was looked up. */
  readonly rows: readonly Row<Value>[]
  /** The newest minor that was looked up. */
  readonly to: string
}

/** 33 for `1.33`, `v1.33.4`, `1.33.4+k3s1`; undefined for what names no minor of Kubernetes 1. */
export function minorOf(version: string): number | undefined {
  const [, minor] = /^v?1\.(0|[1-9][0-9]{0,3})(?:[.+-].*)?$/.exec(version) ?? []
  return minor === undefined ? undefined : Number(minor)
}

/** The row that holds for a version; undefined before the first row and after the newest minor looked up. */
export function rowAt<Value>(table: Table<Value>, version: string): Row<Value> | undefined {
  const minor = minorOf(version)
  if (minor === undefined || minor > (minorOf(table.to) ?? 0)) return undefined
  return table.rows.findLast((row) => (minorOf(row.from) ?? Number.POSITIVE_INFINITY) <= minor)
}
