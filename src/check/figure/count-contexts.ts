// Contexts that pods of an environment belong to: what their label `context` says, each once.

import { byCodePoint } from '../../platform/order.ts'
import type { View } from '../world.ts'
import { fraction } from './amount.ts'
import type { Count, Counted } from './counted.ts'

export function contexts({ of }: Count, { pods }: View): Counted {
  const labelled = pods.flatMap(({ name, environment, labels }) =>
    environment === of.name && labels.context !== undefined ? [[labels.context, name] as const] : [],
  )
  const byContext = [...Map.groupBy(labelled, ([context]) => context)]
  const rows = byContext.map(([context, all]) => [context, all.map(([, name]) => name).join(', ')] as const)
  return {
    amount: fraction('count', BigInt(rows.length), 1n, {
      rows: rows.sort(([a], [b]) => byCodePoint(a, b)),
      how: `${rows.length}`,
    }),
  }
}
