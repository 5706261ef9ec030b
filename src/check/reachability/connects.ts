import { callsOf } from '../../engine/reachability/call.ts'
import { definePromise, type Finding, part } from '../define.ts'
import { placeOf } from '../place.ts'
import type { View } from '../world.ts'
import { type ConnectionRules, connectionParts, connectionWords } from './connection-parts.ts'
import { callEnds } from './ends.ts'
import { reachable } from './reachable.ts'

type Rules = ConnectionRules & { declared: { among: readonly string[]; calls: number } }

export const connects = definePromise<Rules>()({
  kind: 'connects',
  asks: 'Is every call open that is declared among these?',

  *judge(promise, world) {
    const { place, environment, cluster, view } = placeOf(promise, world)
    const among = [...new Set(promise.among.map(({ name }) => name))].sort()
    yield {
      id: [place, 'calls'],
      environment,
      cluster,
      says: `every call among ${among.join(', ')} gets through`,
      parts: view ? callParts(among, environment, view) : [],
    }
  },

  says: {
    ...connectionWords,
    declared: ({ among, calls }) =>
      calls === 0 ? `no call is declared among ${among.join(', ')}` : `${calls} calls are declared among them`,
  },
})

function callParts(among: readonly string[], environment: string | undefined, view: View): Finding<Rules>['parts'] {
  const isMeant = (component: string | undefined, where: string | undefined) =>
    component !== undefined && among.includes(component) && (environment === undefined || where === environment)
  const calls = callsOf(reachable(view), { denied: view.denied }).filter(({ fact }) => {
    const target = fact.to.is === 'workload' ? view.byWorkload.get(fact.to.workload) : undefined
    return isMeant(fact.component, fact.environment) && isMeant(target?.component, target?.environment)
  })
  return [
    part('declared', calls.length > 0 ? true : undefined, { among, calls: calls.length }),
    ...calls.flatMap(({ fact, connection }) =>
      connection ? connectionParts(connection, callEnds(fact.from, fact.to), view) : [],
    ),
  ]
}
