// Where callers are led and where the rows are: nobody is led to a place before its rows are there, and rows that a standby
// follows are taken over, not brought back older.

import type { Environment, Procedure, Scenario } from '../../platform/model.ts'
import { type AnyPart, part } from '../define.ts'
import { standbysOf } from '../recovery/elsewhere.ts'
import { storesIn } from '../recovery/stores-in.ts'
import type { World } from '../world.ts'
import { byItself, heldBack, leadsAway, type OwnChecks, onPurpose } from './by-own-checks.ts'
import { overBefore } from './over-before.ts'

export type RowOrderParts = {
  led: { readonly led: string; readonly rows: string; readonly standby?: string; readonly own?: OwnChecks }
  older: { readonly standby: string; readonly by: string }
}

export function rowOrderParts(
  { of, in: place }: Scenario,
  by: Procedure,
  world: World,
): readonly AnyPart<RowOrderParts>[] {
  if (of.kind !== 'loss' || (of.of !== 'region' && of.of !== 'cluster') || storesIn(place).length === 0) return []
  const follower = standbysOf(place, world).find(({ dataFrom }) => dataFrom?.by === 'replication')
  return [...ledParts(by, place, follower, world), ...(follower ? olderParts(by, follower) : [])]
}

function ledParts(
  { name, steps, stated }: Procedure,
  place: Environment,
  follower: Environment | undefined,
  world: World,
): readonly AnyPart<RowOrderParts>[] {
  const over = overBefore(steps)
  const rows = steps.filter(({ does }) => does === 'restore' || does === 'promote')
  const [row] = rows
  if (!row) return []
  return steps.flatMap((led, at) => {
    if (led.does !== 'redirect' || !leadsAway(led, place)) return []
    const late = rows.find((one) => !over[at]?.has(steps.indexOf(one)))
    const held = heldBack(led, 'rows', world)
    return [
      part(
        'led',
        late === undefined && held.truth,
        {
          led: led.name,
          rows: (late ?? row).name,
          ...(follower && late?.does === 'restore' && { standby: follower.name }),
          ...(!late && held.own && { own: held.own }),
        },
        {
          assumes: late ? [] : held.assumes,
          cause: `led-too-early/${name}`,
          hint: held.own && !late ? onPurpose(row.name) : `${led.name} after ${(late ?? row).name}`,
          stated: [stated, led.stated],
        },
      ),
    ]
  })
}

function olderParts({ name, steps, stated }: Procedure, follower: Environment): readonly AnyPart<RowOrderParts>[] {
  const restored = steps.find(({ does }) => does === 'restore')
  if (!restored || steps.some(({ does }) => does === 'promote')) return []
  return [
    part(
      'older',
      false,
      { standby: follower.name, by: restored.name },
      { cause: `older-rows/${name}`, hint: "a step that does 'promote'", stated: [stated, follower.stated] },
    ),
  ]
}

export const rowOrderWords = {
  led: ({ led, rows, standby, own }: RowOrderParts['led'], truth: boolean | undefined): string => {
    if (own) return `${byItself(own)}, whether ${rows} is over or not`
    if (truth === true) return `${led} waits for ${rows}: callers come to rows`
    const until =
      standby === undefined ? 'they find rows that are not there' : `what they write to ${standby} is put over by it`
    return `${led} leads callers there before ${rows} is over: until then ${until}`
  },
  older: ({ standby, by }: RowOrderParts['older']): string =>
    `${standby} has the rows by replication, and ${by} puts older ones over them: no step takes over what it has`,
}
