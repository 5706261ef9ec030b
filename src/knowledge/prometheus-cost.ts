// What Prometheus needs for what it gathers.

/** Bytes on disk of one sample, on average: https://prometheus.io/docs/prometheus/latest/storage/#operational-aspects (2026-11). */
export const bytesOfSample = { from: 1, to: 2 } as const

/**
 * Bytes of memory for one series that is being written: 732 for the series itself without its labels; about 2 GiB for a
 * million with usual labels, as Go's collector needs the double.
 * Source: https://www.robustperception.io/how-much-ram-does-prometheus-2-x-need-for-cardinality-and-ingestion (2026-11).
 */
export const bytesOfSeries = { from: 732, to: 2147 } as const
