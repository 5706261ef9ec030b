import type { PodClass } from '../../engine/pods/pod-class.ts'
import { connection } from '../../engine/reachability/connection.ts'
import { answersOf } from '../../engine/reachability/service.ts'
import { partsOf as partsOfRef, type Ref } from '../../kubernetes/types.ts'
import type { PlatformPromise } from '../../platform/model.ts'
import { definePromise, type Finding, part } from '../define.ts'
import { placeOf } from '../place.ts'
import { podsOfAll, type View } from '../world.ts'
import { alikeAsOne } from './alike.ts'
import { connectionParts } from './connection-parts.ts'
import { type ConnectionRules, connectionWords } from './connection-words.ts'
import { callEnds, endsOf } from './ends.ts'
import { judgedCalls } from './judged-calls.ts'
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
      parts: view ? partsOf(promise, { among, meant: podsOfAll(view, promise.among, environment), view }) : [],
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

type Connects = Extract<PlatformPromise, { kind: 'connects' }>

interface Meant {
  readonly among: readonly string[]
  readonly meant: readonly PodClass[]
  readonly view: View
}

function partsOf({ pairs }: Connects, found: Meant): Finding<Rules>['parts'] {
  return pairs === 'all' ? pairParts(found) : callParts(found)
}

/** Each of them to every port at which a Service leads to another. */
function pairParts({ among, meant, view }: Meant): Finding<Rules>['parts'] {
  const r = reachable(view)
  const from = meant.filter(({ steady }) => steady).map(({ workload }) => workload)
  const own = new Set(meant.map(({ workload }) => workload))
  const places = new Set(meant.map(({ namespace }) => namespace))
  const metrics = new Set(
    view.estate.facts.flatMap((fact) => (fact.trait === 'metered' ? [`${fact.of} ${fact.port}`] : [])),
  )
  const answers = view.estate.objects
    .filter(({ ref, manifest }) => manifest.kind === 'Service' && places.has(namespaceOf(ref)))
    .flatMap((service) => answersOf(r, service) ?? [])
    .filter(({ workload, portName }) => own.has(workload) && !metrics.has(`${workload} ${portName}`))
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

function namespaceOf(ref: Ref): string {
  return partsOfRef(ref).namespace
}

function callParts({ among, meant, view }: Meant): Finding<Rules>['parts'] {
  const own = new Set(meant.map(({ workload }) => workload))
  const calls = judgedCalls(view).filter(
    ({ fact: { from, to } }) => own.has(from) && to.is === 'workload' && own.has(to.workload),
  )
  return [
    part('declared', calls.length > 0 ? true : undefined, { among, calls: calls.length }),
    ...calls.flatMap(({ fact, connection }) =>
      connection ? connectionParts(connection, callEnds(fact.from, fact.to), view) : [],
    ),
  ]
}
