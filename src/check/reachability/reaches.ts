import { type Call, callsOf } from '../../engine/reachability/call.ts'
import type { Source } from '../../estate/estate.ts'
import { partsOf } from '../../kubernetes/types.ts'
import { defineQuestion, type Finding, part } from '../define.ts'
import type { View } from '../world.ts'
import { type ApiRules, apiCalls, apiWords } from './api-calls.ts'
import { type CallRules, callParts, callWords } from './call-parts.ts'
import { callerName } from './caller-name.ts'
import { callEnds, callName } from './ends.ts'
import { type Miss, type MissRules, missesOf, missWords } from './misses.ts'
import { reachable } from './reachable.ts'

type Rules = CallRules & MissRules & ApiRules & { told: { by: string; to: string } }

// A call that is declared, or that settings tell of, and that a policy stops is broken whoever wrote the policy; what is
// open without being called is not asked here.
export const reaches = defineQuestion<Rules>({
  id: 'reaches',
  asks: 'Does every call get through that is declared, or that settings tell of?',
  perCluster: true,

  *judge(world) {
    for (const view of world.views) {
      for (const call of callsOf(reachable(view), { denied: world.denied, asMeant: true }))
        if (!isSwitchedOff(call, view)) yield findingOf(call, view)
      for (const miss of missesOf(view)) yield missFinding(miss, view)
      yield* apiCalls(view)
    }
  },

  says: { ...callWords, ...missWords, ...apiWords, told: ({ by, to }) => `${by} names ${to}` },
})

// Nobody misses a call between pods of which there are none.
function isSwitchedOff({ fact }: Call, { byWorkload }: View): boolean {
  if (fact.standing.is !== 'guessed') return false
  const ends = [fact.from, ...(fact.to.is === 'workload' ? [fact.to.workload] : [])]
  return ends.some((end) => {
    const pod = byWorkload.get(end)
    return !pod || (pod.count === 0 && pod.kind !== 'DaemonSet')
  })
}

function findingOf(call: Call, view: View): Finding<Rules> {
  const { fact } = call
  const ends = callEnds(fact.from, fact.to)
  const parts = callParts(call, view)
  const isStopped = parts.some(({ truth }) => truth === false)
  return {
    id: [fact.environment, callerName(fact.from, view), callName(fact.from, fact.to)],
    environment: fact.environment,
    cluster: view.estate.cluster,
    says: `${ends.from} reaches ${ends.to}${ends.at && ` at ${ends.at}`}`,
    source: fact.standing.is === 'guessed' && isStopped ? located(fact.source) : fact.source,
    about: [fact.from, ...(fact.to.is === 'workload' ? [fact.to.workload] : [])],
    parts: fact.standing.is === 'guessed' ? [toldPart(fact.standing.from, ends.to), ...parts] : parts,
  }
}

// A setting that names a Service which is not there, or a port that it has not.
function missFinding({ caller, callee, says, part: miss }: Miss, view: View): Finding<Rules> {
  const { namespace, name } = partsOf(caller.ref)
  const place = caller.environment ?? namespace
  return {
    id: [place, callerName(caller.ref, view), callee],
    environment: place,
    cluster: view.estate.cluster,
    says: `${name} reaches ${callee}`,
    source: caller.source,
    about: [caller.ref],
    parts: [toldPart(says, callee), miss],
  }
}

function toldPart(by: string, to: string) {
  return part('told', true, { by, to })
}

// The line of the field is looked up for what is shown only.
function located(source: Source): Source {
  return { ...source, at: source.lineOf?.([]) ?? source.at }
}
