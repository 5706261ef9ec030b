import type { PodClass } from '../../engine/pods/pod-class.ts'
import type { Call } from '../../engine/reachability/call.ts'
import { connection } from '../../engine/reachability/connection.ts'
import { namedPorts } from '../../engine/reachability/port.ts'
import { atOf } from '../../platform/at.ts'
import type { Environment, Journey, PlatformPromise } from '../../platform/model.ts'
import { type AnyPart, definePromise, part } from '../define.ts'
import { placeOf } from '../place.ts'
import type { View, World } from '../world.ts'
import { alikeAsOne } from './alike.ts'
import { type CallRules, callParts, callWords } from './call-parts.ts'
import { type ConnectionPart, connectionParts } from './connection-parts.ts'
import { endsOf } from './ends.ts'
import { judgedCalls } from './judged-calls.ts'
import { reachable } from './reachable.ts'
import { declaredCalls, isMeant, portNames, type Step, stepsOf } from './steps.ts'
import { type HopRules, workloadHops } from './workload-hops.ts'

interface Undeclared {
  readonly from: string
  readonly to: string
  /** The port that the journey names. */
  readonly at?: string
  readonly listens: readonly string[]
}

type Rules = HopRules & { undeclared: Undeclared; outside: { from: string; to: string } }
type HopParts = readonly AnyPart<Rules>[]

// A journey is no permission: a hop that the caller does not declare is a path that nothing takes, however open it is.
export const carries = definePromise<Rules>()({
  kind: 'carries',
  asks: 'Does every call of a journey exist, and get through?',

  *judge(promise, world) {
    const { journey } = promise
    const { place, environment, cluster, view } = placeOf(promise, world)
    const at = atOf(journey)?.at
    yield {
      id: [place, journey.name],
      environment,
      cluster,
      says: journey.path.map((step) => (step.is === 'port' ? step.component.name : step.name)).join(' → '),
      source: { ...(at && { at }), ...(journey.stated && { stated: journey.stated }) },
      parts: isOfWorkloads(journey)
        ? view
          ? workloadHops(journey, view)
          : []
        : promise.in
          ? hops(promise, promise.in, world)
          : [],
    }
  },

  says: {
    ...callWords,
    seen: ({ from, to, by }) => `${from} is seen to call ${to}: ${by}`,
    unseen: ({ from, to }) => `nobody shows that ${from} calls ${to}: no setting names it, and no fact declares it`,
    undeclared: ({ from, to, at, listens }) =>
      `${from} does not call ${to}${at ? ` at ${at}` : ''}: nothing declares it; ${to} ${listens.length === 0 ? 'listens on nothing' : `listens on ${listens.join(', ')}`}`,
    outside: ({ from, to }) => `${from} → ${to}: both stand outside every cluster, where nothing is shown`,
  },
})

function isOfWorkloads({ path }: Journey): boolean {
  return path.some((step) => step.is === 'component' && step.workload !== undefined)
}

type Carries = Extract<PlatformPromise, { kind: 'carries' }>

interface Seen {
  readonly call: Call
  readonly view: View
}

function hops({ journey }: Carries, environment: Environment, world: World): HopParts {
  if (!world.platform) return []
  const steps = stepsOf(journey, environment, world.platform)
  const calls = world.views.flatMap((view) => judgedCalls(view).map((call) => ({ call, view })))
  return steps.slice(1).flatMap((to, index) => hop(steps[index] as Step, to, { environment, calls, world }))
}

type Around = { readonly environment: Environment; readonly calls: readonly Seen[]; readonly world: World }

function hop(from: Step, to: Step, { environment, calls, world }: Around): HopParts {
  const declared = declaredCalls(from, to, environment)
  // Of what stands outside the cluster no pod shows the port or the call: what is declared decides.
  if ((from.isOutside || to.isOutside) && declared.length === 0) return [undeclared(from, to, environment)]
  if (from.isOutside) {
    if (to.isOutside) return [beyond(from, to)]
    return fromOutside(from, to, (port) => isMeant(port, to, declared), world)
  }
  const made = calls.filter((seen) => isMade(seen, from, to))
  if (made.length === 0) return [undeclared(from, to, environment)]
  // A name that leads there is part of getting through, and needs no line of its own.
  const parts = made.flatMap(({ call, view }) => callParts(call, view))
  const connections = parts.filter(isConnection)
  return [...parts.filter((each) => !isConnection(each) && each.truth !== true), ...alikeAsOne(connections, 'to')]
}

function isConnection(each: AnyPart<CallRules>): each is ConnectionPart {
  return each.rule !== 'name' && each.rule !== 'stands'
}

function isMade({ call: { fact }, view }: Seen, from: Step, to: Step): boolean {
  if (fact.component !== from.component.name || !from.places.has(fact.environment)) return false
  if (fact.to.is !== 'workload') return fact.to.name === to.component.name
  const { workload, portName } = fact.to
  const pods = view.byWorkload.get(workload)
  if (pods?.component !== to.component.name || !to.places.has(pods.environment ?? '')) return false
  return to.port === undefined || to.port === portName
}

/** A call that comes from no pod: into the pods that are meant, at the ports that are meant. */
function fromOutside(from: Step, to: Step, meant: (port: string) => boolean, { views }: World): HopParts {
  const found = views.flatMap((view) =>
    view.pods
      .filter(({ component, environment, steady }) => {
        return steady && component === to.component.name && to.places.has(environment ?? '')
      })
      .flatMap((pod) => intoPod(from.component.name, pod, meant, view)),
  )
  return found.length > 0 ? found : [part('stands', false, { to: to.component.name })]
}

function intoPod(
  outside: string,
  { spec, workload }: PodClass,
  meant: (port: string) => boolean,
  view: View,
): HopParts {
  const ports = namedPorts(spec).filter(({ name }) => meant(name))
  return ports.flatMap(({ port, protocol }) => {
    const passage = connection(reachable(view), {
      from: { outside },
      to: workload,
      port,
      protocol,
      denied: view.denied,
    })
    const ends = { ...endsOf(workload, workload, port, protocol), from: outside, fromNamespace: '' }
    return connectionParts(passage, ends, view)
  })
}

function beyond(from: Step, to: Step) {
  return part('outside', undefined, { from: from.component.name, to: to.component.name })
}

function undeclared(from: Step, to: Step, environment: Environment) {
  const [caller, called] = [from.component.name, to.component.name]
  const because = { from: caller, to: called, at: to.port, listens: portNames(to) }
  return part('undeclared', false, because, {
    cause: `undeclared-call/${environment.name}/${caller}/${called}`,
    hint: `calls: [${called}] of ${caller}, or a journey by the way that the calls really take`,
  })
}
