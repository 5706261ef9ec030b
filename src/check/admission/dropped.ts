// Fields that a server takes and drops unread, because their feature gate is closed by default.

import type { Dropped } from '../../engine/admission/dropped.ts'
import { newestMinor } from '../../engine/admission/minors.ts'
import type { Source } from '../../estate/estate.ts'
import { type AnyPart, part } from '../define.ts'
import type { Truth } from '../verdict.ts'

export type DroppedRules = { dropped: Dropped & { readonly kubernetes: readonly string[] } }

interface AskedDrops {
  readonly minor: string
  readonly dropped?: readonly Dropped[]
}

/** Dropped by every version that is asked: what the field asks for never happens. By some only: that hangs on the version. */
export function droppedParts(asked: readonly AskedDrops[], source: Source): readonly AnyPart<DroppedRules>[] {
  const found = asked.flatMap(({ minor, dropped = [] }) => dropped.map((one) => ({ minor, one })))
  return [...Map.groupBy(found, ({ one }) => `${one.field} ${one.gate}`).values()].flatMap((same) => {
    const [first] = same
    if (first === undefined) return []
    const { one } = first
    const kubernetes = same.map(({ minor }) => minor)
    const truth = kubernetes.length === asked.length ? false : undefined
    return [part('dropped', truth, { ...one, kubernetes }, { at: { source, path: one.path }, hint: hintFor(one) })]
  })
}

function hintFor({ opens, gate }: Dropped): string {
  const open = `an API server that is told --feature-gates=${gate}=true`
  return opens === undefined ? `leave it out, or ${open}` : `Kubernetes 1.${opens} or newer, or ${open}`
}

export const droppedWords = {
  dropped: ({ field, gate, opens, kubernetes }: DroppedRules['dropped'], truth: Truth) => {
    const closed = opens === undefined ? `in every version up to ${newestMinor}` : `before 1.${opens}`
    const whose = truth === undefined ? ' only, and the cluster may run another' : ''
    return `${field} is taken and dropped unread by Kubernetes ${kubernetes.join(' and ')}${whose}: the feature gate ${gate} is closed by default ${closed}`
  },
}
