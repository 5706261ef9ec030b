// What Prometheus needs for what it gathers.

/** Bytes on disk of one sample, on average: https://prometheus.io/docs/prometheus/latest/storage/#operational-aspects (2026-11). */
export const bytesOfSample = { from: 1, to: 2 } as const

/**
 * Bytes of memory for one series that is being written: 732 for the series itself without its labels, before Go's collector
 * takes as much again; about 2 GiB for a million with usual labels and that. Not a bound: later versions need less for labels.
 * Source: https://www.robustperception.io/how-much-ram-does-prometheus-2-x-need-for-cardinality-and-ingestion (2026-11).
 */
export const bytesOfSeries = { from: 732, to: 2147 } as const

/**
 * Bytes of memory for the samples of one series that no block holds yet, up to three hours of them: about 2.5 GiB for a
 * million where one comes every 15 seconds, and with half as many half of that. Source: the same.
 */
export function bytesOfRecent(everySeconds: number): number {
  return Math.round((2684 * 15) / everySeconds)
}
