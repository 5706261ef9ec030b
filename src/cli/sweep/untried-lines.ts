import { mostTried, type Untried } from '../../engine/loss/every-order.ts'
import type { Outcome } from '../../engine/loss/outcome.ts'

/** What keeps pods that perhaps have no place from being tried in every order: one line, where there are any. */
export function untriedLines(rows: readonly Outcome[]): readonly string[] {
  const reasons = new Set(rows.flatMap(({ untried }) => (untried ? [says[untried]] : [])))
  if (reasons.size === 0) return []
  return [`where it says perhaps, not every order was tried: ${[...reasons].sort().join('; ')}`]
}

const says: { readonly [U in Untried]: string } = {
  nodes: `there are more than ${mostTried.nodes} nodes`,
  pods: `more than ${mostTried.pods} pods look for a node`,
  'pods anywhere': `there are more than ${mostTried.podsAnywhere} pods, and nothing shows where they run`,
  priorities: 'pods differ in priority',
  volumes: 'volumes are tied to nodes or zones',
  unmodelled: 'pods use what is not modelled',
  states: `pods may stand in more than ${mostTried.states.toLocaleString('en-US')} ways`,
}
