// What a drill brings back has to be left by the failure that it rehearses.

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
  const loss = worstLoss(view.estate, pod, of, { denied: view.denied })
  const truth = loss.from === 'unknown' ? undefined : loss.from !== 'nothing'
  return [
    part(
      'copies',
      truth,
      { store: restores.name, loss },
      {
        assumes: truth === true ? loss.assumes : [],
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
