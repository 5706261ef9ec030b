// What an Ingress, a route or a Service lets in from outside has to be let into the pods behind it. Where its controller
// is not among the objects, only a policy that takes nobody who could be the controller is certain to shut it out.

import type { Assumption } from '../../engine/assumption.ts'
import { connection } from '../../engine/reachability/connection.ts'
import { narrowest } from '../../engine/reachability/nearness.ts'
import type { Rule } from '../../engine/reachability/policy.ts'
import { type PortTarget, portMatch } from '../../engine/reachability/port.ts'
import type { Reachability } from '../../engine/reachability/reachability.ts'
import { type Answer, answersOf } from '../../engine/reachability/service.ts'
import { strangerSide, type Welcome } from '../../engine/reachability/stranger.ts'
import { assumptionOf } from '../../engine/unseen.ts'
import type { EstateObject } from '../../estate/estate.ts'
import { partsOf, type Ref } from '../../kubernetes/types.ts'
import { aboutObject } from '../admission/subject.ts'
import { defineQuestion, type Finding, part } from '../define.ts'
import { connectionParts } from '../reachability/connection-parts.ts'
import { type ConnectionRules, connectionWords, namesOf } from '../reachability/connection-words.ts'
import { endsOf } from '../reachability/ends.ts'
import { toldRefusals } from '../reachability/miss-words.ts'
import { policyPlace } from '../reachability/policy-place.ts'
import { reachable } from '../reachability/reachable.ts'
import type { Truth } from '../verdict.ts'
import type { View } from '../world.ts'
import { type Backend, backendsOf } from './backends.ts'
import { type Carrier, carrierOf } from './controllers.ts'
import { type Enters, entersWords } from './enters-words.ts'

type Rules = ConnectionRules & { enters: Enters }

export const enters = defineQuestion<Rules>({
  id: 'enters',
  asks: 'Do the pods behind an Ingress, a route or an outward Service let its traffic in?',

  *judge({ views }) {
    for (const view of views)
      for (const object of view.estate.objects) {
        const parts = partsFor(object, view)
        if (parts.length > 0) yield findingOf(object, parts, view)
      }
  },

  says: { ...connectionWords, enters: entersWords },
})

function findingOf(object: EstateObject, parts: Finding<Rules>['parts'], view: View): Finding<Rules> {
  const { kind, name } = partsOf(object.ref)
  return {
    ...aboutObject(object, view),
    says: `what ${kind} ${name} lets in gets to the pods behind it`,
    parts,
  }
}

function partsFor(object: EstateObject, view: View): Finding<Rules>['parts'] {
  const backends = backendsOf(object) ?? []
  if (backends.length === 0) return []
  const carrier = carrierOf(object, view)
  const seen = new Set<string>()
  const parts = backends.flatMap((backend) =>
    answersTo(backend, view).flatMap((answer) => {
      const key = `${answer.workload} ${answer.at} ${answer.protocol}`
      if (seen.has(key)) return []
      seen.add(key)
      return answerParts(answer, carrier, view)
    }),
  )
  // A port of a Service may be for those inside alone: it is shut out where none of its ports lets anybody in.
  const isShut = parts.every(({ truth }) => truth === false)
  return object.manifest.kind === 'Service' && !isShut ? parts.filter(({ truth }) => truth !== false) : parts
}

function answersTo({ service, port }: Backend, view: View): readonly Answer[] {
  const r = reachable(view)
  const object = r.services.get(service)
  const answers = (object && answersOf(r, object)) ?? []
  const isMeant = (answer: Answer) => port === undefined || answer.port === port || answer.portName === port
  return answers.filter(
    (answer) => answer.at !== undefined && isMeant(answer) && view.byWorkload.get(answer.workload)?.count !== 0,
  )
}

function answerParts({ workload, at, protocol }: Answer, carrier: Carrier, view: View): Finding<Rules>['parts'] {
  const r = reachable(view)
  if (carrier.workloads.length > 0) {
    const ways = carrier.workloads.map((from) => ({
      from,
      is: connection(r, { from, to: workload, port: at, protocol, denied: view.denied, asMeant: true }),
    }))
    const best = ways.find(({ is }) => is.open) ?? ways.find(({ is }) => is.open === undefined) ?? ways[0]
    return best ? connectionParts(best.is, endsOf(best.from, workload, at, protocol), view) : []
  }
  const target = { port: at, protocol, named: r.classes[r.classOf.get(workload) ?? -1]?.named ?? [] }
  const asked = strangerSide(r, workload, 'ingress', { namespaces: carrier.namespaces }, target)
  const anywhere = asked.is === 'shut' && carrier.isHearsay ? strangerSide(r, workload, 'ingress', {}, target) : asked
  const welcome = anywhere.is === 'may' ? anywhere : asked
  const isByPods = carrier.isOutside && welcome.is === 'open' && !takesAnyAddress(r, welcome.by, target)
  return [strangerPart(isByPods ? { ...welcome, is: 'may' } : welcome, carrier, workload, `${protocol} ${at}`, view)]
}

// A selector takes pods, and what is outside is none, unless pods carry it in, as the load balancer of K3s does.
function takesAnyAddress({ policies }: Reachability, by: readonly Ref[], target: PortTarget): boolean {
  const letting = policies.filter(({ ref }) => by.includes(ref))
  const isAny = ({ peers, ports }: Rule) =>
    (!peers || peers.some(({ takes }) => takes)) && (!ports || ports.some((port) => portMatch(port, target) === 'yes'))
  return letting.length === 0 || letting.some(({ ingress = [] }) => ingress.some(isAny))
}

function strangerPart(welcome: Welcome, carrier: Carrier, workload: Ref, at: string, view: View) {
  const { namespace, name } = partsOf(workload)
  const { estate, denied } = view
  const policies = reachable(view)
  const among: Assumption = {
    id: `let-in/${estate.cluster}/${namespace}/${carrier.name}`,
    says: `${carrier.name} is among those that ${namesOf(welcome.by)} lets in`,
    kind: 'outside',
  }
  const rests =
    welcome.is === 'may'
      ? [among]
      : welcome.isolatedBy.length === 0
        ? policies.unseenPolicies(namespace).map(assumptionOf)
        : []
  const truth = rests.some(({ id }) => denied.has(id)) ? false : truths[welcome.is]
  const isVoid = estate.enforcesPolicy.holds === false
  // What policies on other pods let in explains nothing here.
  const near = welcome.near?.filter(({ policy }) => welcome.isolatedBy.includes(policy)) ?? []
  const [nearest] = near
  return part(
    'enters',
    isVoid ? true : truth,
    {
      from: carrier.name,
      to: name,
      at,
      is: isVoid ? ('open' as const) : welcome.is,
      isolatedBy: welcome.isolatedBy,
      by: welcome.by,
      namespaces: carrier.namespaces ?? [],
      unknown: welcome.unknown,
      near: toldRefusals(near),
      ...(estate.enforcesPolicy.holds === undefined && { ifEnforced: true as const }),
    },
    {
      assumes: isVoid ? [] : rests,
      cause: `no-ingress-rule/${namespace}/${carrier.namespaces?.[0] ?? 'outside'}`,
      hint: hintOf(welcome, carrier) ?? `a rule of ${namespace} that lets ${carrier.name} in to ${name} at ${at}`,
      at: nearest
        ? { source: nearest.source, path: nearest.misses[0]?.path ?? nearest.path }
        : policyPlace('ingress', narrowest(policies, 'ingress', welcome.isolatedBy), view),
    },
  )
}

// Where labels decide that no file shows, they are what is wanting, not a rule.
function hintOf({ is, unknown }: Welcome, { name, isOutside }: Carrier): string | undefined {
  if (is !== 'unknown' || isOutside || !unknown.every((id) => id.startsWith('far-end/'))) return undefined
  return `the manifests of ${name} among the files, its namespace too: labels decide`
}

const truths: { readonly [W in Welcome['is']]: Truth } = {
  open: true,
  may: true,
  own: undefined,
  unknown: undefined,
  shut: false,
}
