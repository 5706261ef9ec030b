// One thing under several names: whoever reads one drawing beside the other has to find out that they mean the same.

import { byCodePoint } from '../../platform/order.ts'
import type { Advice } from '../report.ts'
import type { World } from '../world.ts'

export function* twoNames({ platform }: World): Generator<Advice> {
  const said = (platform?.drawings ?? []).flatMap(({ name: drawing, says }) =>
    says.map(([what, words]) => ({ drawing, what: what.name, words })),
  )
  for (const [what, names] of [...Map.groupBy(said, (one) => one.what)].sort(([a], [b]) => byCodePoint(a, b))) {
    const count = new Set(names.map(({ words }) => words)).size
    if (count < 2) continue
    yield {
      id: `names/${platform?.name}/${what}`,
      says: {
        line: `${what} has ${count} names in drawings`,
        rows: names.map(({ drawing, words }) => [words, drawing] as const),
      },
    }
  }
}
