// One table that is called by several names is several tables: PostgreSQL folds names without quotes to lower case, and
// nothing else makes them one.
// Source: https://www.postgresql.org/docs/18/sql-syntax-lexical.html#SQL-SYNTAX-IDENTIFIERS (2026-11-21).

import type { FactOf } from '../../estate/estate.ts'
import { partsOf } from '../../kubernetes/types.ts'
import { byCodePoint } from '../../platform/order.ts'
import { defineQuestion, type Finding, part } from '../define.ts'
import type { View } from '../world.ts'

interface Name {
  readonly name: string
  /** As the store has it where the name is written without quotes. */
  readonly folded: string
  readonly by: readonly string[]
}

type Rules = { names: { readonly store: string; readonly names: readonly Name[] } }

export const tables = defineQuestion<Rules>({
  id: 'tables',
  asks: 'Has every table of a store one name?',

  *judge({ views }) {
    for (const view of views) {
      const written = view.estate.facts.filter((fact) => fact.trait === 'writes')
      const byTable = Map.groupBy(written, ({ environment, store, table }) =>
        JSON.stringify([environment, store, likeness(table)]),
      )
      const sorted = [...byTable].sort(([a], [b]) => byCodePoint(a, b))
      for (const [, facts] of sorted) {
        const [first] = facts
        if (first) yield findingOf(first, facts, view)
      }
    }
  },

  says: {
    names: ({ store, names }, truth) => ({
      line:
        truth === true
          ? `${names[0]?.name} of ${store} has one name`
          : `${names.length} names for what must be one table of ${store}: ${names.map(({ name }) => name).join(' and ')}`,
      rows: names.map(({ name, folded, by }) => [
        name,
        `${by.join(', ')}${folded === name ? '' : `; without quotes it is ${folded}`}`,
      ]),
    }),
  },
})

/** What is left of a name where case and underscores are only a manner of writing. */
function likeness(table: string): string {
  return table.replaceAll('_', '').toLowerCase()
}

function findingOf(first: FactOf<'writes'>, facts: readonly FactOf<'writes'>[], view: View): Finding<Rules> {
  const byName = Map.groupBy(facts, ({ table }) => table)
  const names = [...byName]
    .sort(([a], [b]) => byCodePoint(a, b))
    .map(([name, same]) => ({
      name,
      folded: name.toLowerCase(),
      by: [...new Set(same.map(({ of }) => partsOf(of).name))].sort(byCodePoint),
    }))
  const id = [first.environment, first.store, likeness(first.table)] as const
  return {
    id,
    environment: first.environment,
    cluster: view.estate.cluster,
    says: `${names[0]?.name} of ${first.store} is called alike by all who write it`,
    source: first.source,
    about: [...new Set(facts.map(({ of }) => of))],
    parts: [
      part(
        'names',
        names.length === 1,
        { store: first.store, names },
        {
          cause: `table-names/${id.join('/')}`,
          hint: 'one name, declared once: table(store, name) as a value that all of them use',
          at: { source: first.source },
          stated: facts.map(({ source }) => source.stated),
        },
      ),
    ],
  }
}
