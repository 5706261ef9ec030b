import { type Call, callsOf } from '../../engine/reachability/call.ts'
import { partsOf } from '../../kubernetes/types.ts'
import { defineQuestion, type Finding } from '../define.ts'
import type { View } from '../world.ts'
import { type CallRules, callParts, callWords } from './call-parts.ts'
import { callEnds, callName } from './ends.ts'
import { reachable } from './reachable.ts'

// A declared call that a policy stops is broken whoever wrote the policy; what is open without being declared is not asked here.
export const reaches = defineQuestion<CallRules>({
  id: 'reaches',
  asks: 'Does every declared call get through?',

  *judge(world) {
    for (const view of world.views)
      for (const call of callsOf(reachable(view), { denied: world.denied })) yield findingOf(call, view)
  },

  says: callWords,
})

function findingOf(call: Call, view: View): Finding<CallRules> {
  const { fact } = call
  const ends = callEnds(fact.from, fact.to)
  return {
    id: [fact.environment, partsOf(fact.from).name, callName(fact.from, fact.to)],
    environment: fact.environment,
    cluster: view.estate.cluster,
    says: `${ends.from} reaches ${ends.to}${ends.at && ` at ${ends.at}`}`,
    source: fact.source,
    parts: callParts(call, view),
  }
}
