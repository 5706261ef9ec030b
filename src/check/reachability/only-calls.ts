import { fieldsOf } from '../../engine/pods/untrusted.ts'
import { dnsAnswers } from '../../engine/reachability/dns.ts'
import { type Granted, grantedWays } from '../../engine/reachability/granted.ts'
import type { Direction } from '../../engine/reachability/policy.ts'
import { answersOf } from '../../engine/reachability/service.ts'
import { partsOf, type Ref } from '../../kubernetes/types.ts'
import type { Mesh, PlatformPromise } from '../../platform/model.ts'
import { countOf } from '../count-words.ts'
import { definePromise, type Finding, part } from '../define.ts'
import { onlyEnvironment, placeOf } from '../place.ts'
import type { Words } from '../verdict.ts'
import { table, type View, type World } from '../world.ts'
import { reachable } from './reachable.ts'
import { unknownText } from './unknown-words.ts'
import { type WideRow, wideRows } from './wide-rows.ts'

interface Wide {
  readonly direction: Direction
  /** Absent: no policy isolates these in that direction. */
  readonly policy?: Ref
  readonly ways: number
  readonly called: number
  readonly rows: readonly WideRow[]
}

type OnlyCalls = Extract<PlatformPromise, { kind: 'onlyCalls' }>

type Rules = {
  wide: Wide
  exact: { readonly direction: Direction; readonly asked: number; readonly called: number }
  undecided: { readonly direction: Direction; readonly unknown: readonly string[] }
  unshown: { readonly direction: Direction; readonly workloads: number; readonly says: readonly string[] }
  void: { readonly place: string }
  mesh: {
    readonly place: string
    readonly mesh: string | undefined
    readonly denies: boolean | undefined
    readonly mtls: Mesh['mtls']
  }
}

// Least privilege for the network. Each side is judged by itself: what one side's rules let through beyond the calls is
// open as soon as somebody widens the other. What resolves names is called by every pod.
export const onlyCalls = definePromise<Rules>()({
  kind: 'onlyCalls',
  asks: 'Does no policy let through what nobody calls?',

  *judge(promise, world) {
    const { place, environment, cluster, view } = placeOf(promise, world)
    yield {
      id: [place],
      environment,
      cluster,
      says: 'no policy lets through what nobody calls',
      parts: [...(view ? partsIn(place, environment, view) : []), ...(promise.mesh ? meshPart(promise, world) : [])],
    }
  },

  says: {
    wide: ({ direction, policy, ways, called, rows }): Words => {
      const which = direction === 'egress' ? 'out' : 'in'
      const who = policy ? `${partsOf(policy).name} lets` : `no policy isolates them, and that lets`
      return {
        line: `${who} ${which} on ${ways} ${ways === 1 ? 'way' : 'ways'}, of which ${called} ${called === 1 ? 'is' : 'are'} called`,
        rows: rows.map(({ to, callers, others }) => [to, rowText(which, callers, others)] as const),
      }
    },
    exact: ({ direction, asked, called }) =>
      `${direction}: ${called} of ${asked} ways ${called === 1 ? 'is' : 'are'} let through, and each of these is called`,
    undecided: ({ direction, unknown }) => `${direction}: ${unknownText(unknown)}`,
    unshown: ({ direction, workloads, says }) =>
      `${direction}: nobody shows the policies that are said of ${countOf(workloads, 'workload')} (${says.join('; ')}), and so which flows they let through`,
    mesh: ({ place, mesh, denies, mtls }, truth) => {
      if (mesh === undefined)
        return `${place} has no mesh: nothing but policies of the network refuses what nobody calls`
      if (!denies) return `${mesh} lets through what it is told nothing of`
      return truth
        ? `${mesh} refuses what nobody calls, by the certificates of callers`
        : `${mesh} is to tell callers by their certificates, and ${mtls === 'permissive' ? 'takes' : 'nobody says whether it takes'} calls without one`
    },
    void: ({ place }) => `the network plugin enforces no policy: everything reaches everything in ${place}`,
  },
})

function rowText(which: string, callers: readonly string[], others: readonly string[]): string {
  if (callers.length === 0) return `none that it lets ${which} calls it: ${others.join(', ')}`
  return `called by ${callers.join(', ')}; let ${which} too: ${others.join(', ')}`
}

function partsIn(place: string, environment: string | undefined, view: View): Finding<Rules>['parts'] {
  if (view.estate.enforcesPolicy.holds === false) return [part('void', false, { place })]
  const own = view.pods
    .filter((pod) => pod.count > 0 && (environment === undefined || pod.environment === environment))
    .map(({ workload }) => workload)
  return (['egress', 'ingress'] as const).flatMap((direction) => sideParts(direction, own, view))
}

// Without a rule a mesh lets everything through (istio.io/latest/docs/concepts/security, "Implicit enablement"), and rules by
// caller hold of callers that show a certificate (the same, "Dependency on mutual TLS").
function meshPart(promise: OnlyCalls, world: World): Finding<Rules>['parts'] {
  const place = promise.in ?? onlyEnvironment(world)
  if (!place) return []
  const { mesh, name } = place
  const denies = mesh?.deniesByDefault
  const truth = denies !== true ? false : mesh?.mtls === 'strict' || undefined
  const more = {
    cause: `mesh-lets-through/${name}`,
    waitsFor: `mtls of the mesh of ${name}`,
    hint: 'deniesByDefault of the mesh',
    stated: [mesh?.cites?.deniesByDefault ?? mesh?.stated, promise.stated],
  }
  return [part('mesh', truth, { place: name, mesh: mesh?.name, denies, mtls: mesh?.mtls }, more)]
}

function sideParts(direction: Direction, own: readonly Ref[], view: View): Finding<Rules>['parts'] {
  const { ways, asked, assumes, unknown } = grantedWays(reachable(view), own, direction, view.denied)
  const unshown = unshownPart(direction, own, view)
  const calls = callsIn(view)
  const outward = direction === 'ingress' ? outwardPorts(view) : undefined
  const isCalled = (way: Granted) =>
    calls.has(keyOf(direction, way)) || outward?.has(`${way.subject} ${way.protocol} ${way.port}`) === true
  const wide = [...Map.groupBy(ways, ({ by }) => by ?? '').values()].flatMap((group) => {
    const [first] = group as [Granted]
    const called = group.filter(isCalled).length
    if (called === group.length) return []
    const { by: policy } = first
    const rows = wideRows(direction, group, isCalled)
    const data = { direction, ways: group.length, called, rows, ...(policy && { policy }) }
    return part('wide', false, data, {
      cause: `undeclared-${direction}/${policy ?? view.estate.cluster}`,
      hint: 'a rule for each workload and what it calls',
      ...(policy && { at: { source: sourceOf(policy, view), path: ['spec', direction] } }),
    })
  })
  if (wide.length > 0) return [...wide, ...unshown]
  if (unknown.length > 0) return [part('undecided', undefined, { direction, unknown })]
  if (unshown.length > 0) return unshown
  return [part('exact', true, { direction, asked, called: ways.length }, { assumes })]
}

// To take them to let through just what is called would be to take the promise to be kept.
function unshownPart(direction: Direction, own: readonly Ref[], view: View): Finding<Rules>['parts'] {
  const r = reachable(view)
  const said = own.flatMap((workload) => {
    const at = r.classOf.get(workload) ?? -1
    return (r.isolating[direction][at] ?? []).length === 0 ? (r.said(at) ?? []) : []
  })
  const [first] = said
  if (!first) return []
  const data = { direction, workloads: said.length, says: [...new Set(said.map(({ says }) => says))] }
  return [
    part('unshown', undefined, data, {
      cause: `unshown-policies/${view.estate.cluster}/${data.says.join('; ')}`,
      waitsFor: 'the policies themselves',
      hint: 'policies: { defaultDeny: true, dns: true, calls: true }, or each of them as it is written',
      at: { source: first.source, path: [] },
    }),
  ]
}

/** `from to protocol port` of every call that is declared or seen, and of what every pod asks to resolve names. */
const callsIn = table((view): ReadonlySet<string> => {
  const calls = view.estate.facts.flatMap((fact) =>
    fact.trait === 'calls' && fact.to.is === 'workload'
      ? [`${fact.from} ${fact.to.workload} ${fact.to.protocol} ${fact.to.port}`]
      : [],
  )
  const { answers } = dnsAnswers(reachable(view))
  const names = view.pods.flatMap(({ workload }) =>
    answers.map((way) => `${workload} ${way.workload} ${way.protocol} ${way.port}`),
  )
  return new Set([...calls, ...names])
})

/** `to protocol port` of what a Service of type LoadBalancer leads everybody to: those inside too may ask at its address. */
const outwardPorts = table((view): ReadonlySet<string> => {
  const r = reachable(view)
  const services = view.estate.objects.filter(
    ({ manifest }) => manifest.kind === 'Service' && fieldsOf(manifest.spec).type === 'LoadBalancer',
  )
  const answers = services.flatMap((service) => answersOf(r, service) ?? [])
  return new Set(answers.map(({ workload, protocol, at }) => `${workload} ${protocol} ${at}`))
})

function keyOf(direction: Direction, { subject, far, protocol, port }: Granted): string {
  const [from, to] = direction === 'egress' ? [subject, far] : [far, subject]
  return `${from} ${to} ${protocol} ${port}`
}

function sourceOf(policy: Ref, { estate }: View) {
  return estate.objects.find(({ ref }) => ref === policy)?.source ?? estate.source
}
