import { callsOf } from '../../engine/reachability/call.ts'
import { definePromise, part } from '../define.ts'
import { placeOf } from '../place.ts'
import { type ConnectionRules, connectionParts, connectionWords } from './connection-parts.ts'
import { callEnds } from './ends.ts'
import { reachable } from './reachable.ts'

export const connects = definePromise<ConnectionRules & { declared: { among: readonly string[]; calls: number } }>()({
  kind: 'connects',
  asks: 'Is every call open that is declared among these?',

  *judge(promise, world) {
    const { place, environment, cluster, view } = placeOf(promise, world)
    if (!view) return
    const names = new Set(promise.among.map(({ name }) => name))
    const isMeant = (component: string | undefined, where: string | undefined) =>
      component !== undefined && names.has(component) && (environment === undefined || where === environment)
    const calls = callsOf(reachable(view), { denied: world.denied }).filter(({ fact }) => {
      const target = fact.to.is === 'workload' ? view.byWorkload.get(fact.to.workload) : undefined
      return isMeant(fact.component, fact.environment) && isMeant(target?.component, target?.environment)
    })
    const among = [...names].sort()
    yield {
      id: [place, 'calls'],
      environment,
      cluster,
      says: `every call among ${among.join(', ')} gets through`,
      parts: [
        part('declared', calls.length > 0 ? true : undefined, { among, calls: calls.length }),
        ...calls.flatMap(({ fact, connection }) =>
          connection ? connectionParts(connection, callEnds(fact.from, fact.to), view) : [],
        ),
      ],
    }
  },

  says: {
    ...connectionWords,
    declared: ({ among, calls }) =>
      calls === 0 ? `no call is declared among ${among.join(', ')}` : `${calls} calls are declared among them`,
  },
})
