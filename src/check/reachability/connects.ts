import { callsOf } from '../../engine/reachability/call.ts'
import { connection } from '../../engine/reachability/connection.ts'
import { answersOf } from '../../engine/reachability/service.ts'
import { definePromise, type Finding, part } from '../define.ts'
import { placeOf } from '../place.ts'
import type { View } from '../world.ts'
import { alikeAsOne } from './alike.ts'
import { type ConnectionRules, connectionParts, connectionWords } from './connection-parts.ts'
import { callEnds, endsOf } from './ends.ts'
import { reachable } from './reachable.ts'

type Rules = ConnectionRules & { declared: { among: readonly string[]; calls: number } }

export const connects = definePromise<Rules>()({
  kind: 'connects',
  asks: 'Do these reach each other, where they call or wherever they answer?',

  *judge(promise, world) {
    const { place, environment, cluster, view } = placeOf(promise, world)
    const among = [...new Set(promise.among.map(({ name }) => name))].sort()
    yield {
      id: [place, 'calls'],
      environment,
      cluster,
      says:
        promise.pairs === 'all'
          ? `${among.join(', ')} reach each other where they answer`
          : `every call among ${among.join(', ')} gets through`,
      parts: view ? partsOf(promise.pairs, among, environment, view) : [],
    }
  },

  says: {
    ...connectionWords,
    declared: ({ among, calls }) =>
      calls === 0
        ? `no call is to be judged among ${among.join(', ')}`
        : `${calls} ${calls === 1 ? 'connection' : 'connections'} among them ${calls === 1 ? 'is' : 'are'} judged`,
  },
})

function partsOf(
  pairs: 'called' | 'all' | undefined,
  among: readonly string[],
  environment: string | undefined,
  view: View,
): Finding<Rules>['parts'] {
  return pairs === 'all' ? pairParts(among, environment, view) : callParts(among, environment, view)
}

/** Each of them to every port at which a Service leads to another. */
function pairParts(among: readonly string[], environment: string | undefined, view: View): Finding<Rules>['parts'] {
  const r = reachable(view)
  const isMeant = ({ component, environment: where }: Placed) =>
    component !== undefined && among.includes(component) && (environment === undefined || where === environment)
  const from = view.pods.filter((pod) => pod.steady && isMeant(pod)).map(({ workload }) => workload)
  const metrics = new Set(
    view.estate.facts.flatMap((fact) => (fact.trait === 'metered' ? [`${fact.of} ${fact.port}`] : [])),
  )
  const answers = view.estate.objects
    .filter((object) => object.manifest.kind === 'Service' && isMeant(object))
    .flatMap((service) => answersOf(r, service) ?? [])
    .filter(({ workload, portName }) => !metrics.has(`${workload} ${portName}`))
  const ends = new Map(answers.map((answer) => [`${answer.workload} ${answer.at} ${answer.protocol}`, answer]))
  const parts = [...ends.values()].flatMap(({ workload: to, at: port, protocol }) =>
    from
      .filter((workload) => workload !== to)
      .flatMap((workload) => {
        const found = connection(r, { from: workload, to, port, protocol, denied: view.denied })
        return connectionParts(found, endsOf(workload, to, port, protocol), view)
      }),
  )
  return [
    part('declared', parts.length > 0 ? true : undefined, { among, calls: parts.length }),
    ...alikeAsOne(parts, 'from'),
  ]
}

interface Placed {
  readonly component?: string
  readonly environment?: string
}

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
