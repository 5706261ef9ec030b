import type { Gate } from '../../platform/model.ts'

/** `above 90%`, `no high or critical`; undefined for a gate that says only that something passes. */
export function boundWords({ above, atLeast, below, atMost, none }: Gate): string | undefined {
  const said = [
    ...(above === undefined ? [] : [`above ${above}`]),
    ...(atLeast === undefined ? [] : [`${atLeast} at least`]),
    ...(below === undefined ? [] : [`below ${below}`]),
    ...(atMost === undefined ? [] : [`${atMost} at most`]),
    ...(none === undefined ? [] : [`no ${[...none].sort().join(' or ')}`]),
  ]
  return said.length === 0 ? undefined : said.join(', ')
}
