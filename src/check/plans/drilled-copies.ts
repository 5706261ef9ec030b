// What a drill brings back has to be left by the failure that it rehearses.

import type { Assumption } from '../../engine/assumption.ts'
import { type WorstLoss, worstLoss } from '../../engine/recovery/worst-loss.ts'
import type { Drill } from '../../platform/model.ts'
import { type Part, part } from '../define.ts'
import { lossLine, lossRows } from '../loss-words.ts'
import type { Words } from '../verdict.ts'
import { podsFor, viewFor, type World } from '../world.ts'

export interface Copies {
  readonly store: string
  readonly loss: WorstLoss
}

/** Nothing where nothing is brought back, or nobody shows what it is kept in. */
export function copiesPart(
  { of, in: place, from = place, restores, stated }: Drill,
  world: World,
): readonly Part<'copies', Copies>[] {
  const view = viewFor(world, from)
  if (!restores || !view) return []
  const [pod] = podsFor(view, restores, from).filter(({ steady, claims }) => steady && claims.length > 0)
  if (!pod) return []
  const without = (...ids: readonly string[]) =>
    worstLoss(view.estate, pod, of, { copiesAlone: true, denied: new Set([...view.denied, ...ids]) })
  const loss = without()
  const needed = loss.assumes.filter(({ id }) => without(id).from === 'nothing')
  const either = oneOrAnother(restores.name, from.name)
  const isEither = loss.from === 'backup' && loss.assumes.length > 0 && needed.length === 0
  const isLeft = loss.from !== 'nothing' && !(isEither && view.denied.has(either.id))
  const truth = loss.from === 'unknown' ? undefined : isLeft
  return [
    part(
      'copies',
      truth,
      { store: restores.name, loss },
      {
        assumes: truth !== true ? [] : isEither ? [either] : needed,
        cause: `nothing-to-restore/${from.name}/${restores.name}`,
        hint: 'copies that lie where the failure cannot take them',
        stated: [stated, ...loss.backups.map(({ backup }) => backup.source.stated)],
      },
    ),
  ]
}

export function copiesWords({ store, loss }: Copies): Words {
  return { line: lossLine(store, loss), rows: lossRows(loss) }
}

// Where several copies would do, it rests on none of them alone.
function oneOrAnother(store: string, environment: string): Assumption {
  const says = `one or another copy of ${store} can be brought back: no drill has shown it`
  return { id: `restores/${environment}/${store}`, says, kind: 'measurement' }
}
