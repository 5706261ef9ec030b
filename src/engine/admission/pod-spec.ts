// The rules of a pod's spec, alone or inside a workload.
// Source: k8s.io/kubernetes@v1.36.3 pkg/apis/core/validation/validation.go, ValidatePodSpec.
import { dnsLabelProblem, dnsSubdomainProblem, qualifiedNameProblem } from '../../kubernetes/names.ts'
import { compareQuantity, formatQuantity } from '../../kubernetes/quantity.ts'
import type { PodSpec } from '../../kubernetes/types.ts'
import { amountIn } from '../pods/amounts.ts'
import { containersNeed } from '../pods/effective-resources.ts'
import { affinity } from './affinity.ts'
import { type ContainerContext, containers, initContainers } from './containers.ts'
import { dnsConfig, hostAliases } from './dns.ts'
import type { Judge } from './judge.ts'
import { annotations } from './metadata.ts'
import { operatingSystem } from './operating-system.ts'
import { amountAt, at, entries, fieldOf, isSet, items, named, number, type Place, text } from './place.ts'
import { resourceClaims } from './resource-claims.ts'
import { podResourceProblem } from './resource-names.ts'
import { resources } from './resources.ts'
import { allowOnly, allowSet, between, labels, refuseIf } from './rules.ts'
import { podSecurity } from './security.ts'
import { spreadConstraints } from './spread.ts'
import { tolerations } from './tolerations.ts'
import { volumes } from './volumes.ts'

/** A pod template: its labels and annotations, then its spec. `added` are volumes that a controller adds. */
export function podTemplate(judge: Judge, template: Place, added: readonly string[] = []): void {
  labels(judge, named(at(template, 'metadata', 'labels'), `${fieldOf(template)}.labels`))
  annotations(judge, named(at(template, 'metadata', 'annotations'), `${fieldOf(template)}.annotations`))
  podSpec(judge, at(template, 'spec'), { added, isTemplate: true })
}

interface PodPlace {
  readonly added?: readonly string[]
  readonly isTemplate?: boolean
}

export function podSpec(judge: Judge, spec: Place, { added = [], isTemplate = false }: PodPlace = {}): void {
  const claims = new Map(added.map((name) => [name, 'persistentVolumeClaim']))
  const context: ContainerContext = {
    volumes: new Map([...volumes(judge, at(spec, 'volumes'), { replaced: new Set(added), isTemplate }), ...claims]),
    graceSeconds: number(at(spec, 'terminationGracePeriodSeconds')) ?? 30,
    podRestarts: text(at(spec, 'restartPolicy')) || 'Always',
    hostNetwork: at(spec, 'hostNetwork').value === true,
    isTemplate,
    hostUsers: at(spec, 'hostUsers').value !== false,
  }
  containers(judge, at(spec, 'containers'), context)
  initContainers(judge, at(spec, 'initContainers'), namesOf(at(spec, 'containers')), context)
  if (isSet(at(spec, 'resources')) && judge.minor >= 34) podResources(judge, spec)
  allowOnly(judge, at(spec, 'restartPolicy'), ['Always', 'OnFailure', 'Never'])
  labels(judge, at(spec, 'nodeSelector'))
  podSecurity(judge, spec)
  affinity(judge, at(spec, 'affinity'))
  dnsConfig(judge, spec)
  hostAliases(judge, at(spec, 'hostAliases'))
  gates(judge, spec)
  spreadConstraints(judge, at(spec, 'topologySpreadConstraints'))
  tolerations(judge, at(spec, 'tolerations'))
  scalars(judge, spec)
  if (isSet(at(spec, 'hostnameOverride')) && judge.minor >= 35) hostnameOverride(judge, spec)
  operatingSystem(judge, spec)
  const debuggers = at(spec, 'ephemeralContainers')
  if (items(debuggers).length > 0)
    judge.refuse(debuggers, { is: 'forbidden', why: 'they are added to a pod that runs (kubectl debug)' })
  resourceClaims(judge, spec)
}

function namesOf(list: Place): readonly string[] {
  return items(list).map((container) => text(at(container, 'name')))
}

function scalars(judge: Judge, spec: Place): void {
  const names: [string, (name: string) => string | undefined][] = [
    ['serviceAccountName', dnsSubdomainProblem],
    ['nodeName', dnsSubdomainProblem],
    ['hostname', dnsLabelProblem],
    ['subdomain', dnsLabelProblem],
    ['priorityClassName', dnsSubdomainProblem],
  ]
  for (const [field, problem] of names) {
    const place = at(spec, field)
    if (text(place) !== '') refuseIf(judge, place, problem(text(place)))
  }
  const runtime = at(spec, 'runtimeClassName')
  if (isSet(runtime)) refuseIf(judge, runtime, dnsSubdomainProblem(text(runtime)))
  // The older name of serviceAccountName, which goes first (pkg/apis/core/v1/conversion.go).
  const older = at(spec, 'serviceAccount')
  if (text(at(spec, 'serviceAccountName')) === '' && text(older) !== '')
    refuseIf(judge, named(older, `${fieldOf(spec)}.serviceAccountName`), dnsSubdomainProblem(text(older)))
  const deadline = at(spec, 'activeDeadlineSeconds')
  if (isSet(deadline)) between(judge, deadline, 1, 2 ** 31 - 1)
  allowSet(judge, at(spec, 'preemptionPolicy'), ['PreemptLowerPriority', 'Never'])
  if (isSet(at(spec, 'overhead')))
    resources(judge, { ...at(spec, 'overhead'), value: { limits: at(spec, 'overhead').value } })
}

function hostnameOverride(judge: Judge, spec: Place): void {
  const place = at(spec, 'hostnameOverride')
  for (const field of ['setHostnameAsFQDN', 'hostNetwork']) {
    if (at(spec, field).value === true) judge.refuse(place, { is: 'forbidden', why: `beside ${field}` })
  }
  refuseIf(judge, place, text(place).length > 64 ? 'is longer than 64 characters' : dnsSubdomainProblem(text(place)))
}

function gates(judge: Judge, spec: Place): void {
  for (const gate of items(at(spec, 'readinessGates'))) {
    refuseIf(judge, at(gate, 'conditionType'), qualifiedNameProblem(text(at(gate, 'conditionType'))))
  }
  const seen = new Set<string>()
  for (const gate of items(at(spec, 'schedulingGates'))) {
    const name = text(at(gate, 'name'))
    refuseIf(judge, gate, qualifiedNameProblem(name), name)
    if (seen.has(name)) judge.refuse(gate, { is: 'duplicate', value: name })
    seen.add(name)
  }
}

// The pod's own say must cover what its containers ask together, and no container's limit may be above the pod's.
function podResources(judge: Judge, spec: Place): void {
  const place = at(spec, 'resources')
  resources(judge, place, podResourceProblem)
  if (isSet(at(place, 'claims'))) judge.refuse(at(place, 'claims'), { is: 'forbidden', why: 'containers have them' })
  const asked = containersNeed(spec.value as PodSpec, 'requests')
  for (const [resource, request] of entries(at(place, 'requests'))) {
    const [own, together] = [amountAt(request), amountIn(asked, resource)]
    if (own && together && compareQuantity(together, own) > 0) {
      judge.refuse(request, {
        is: 'invalid',
        value: formatQuantity(own),
        why: `is below what its containers request together: ${formatQuantity(together)}`,
      })
    }
  }
  for (const container of items(at(spec, 'containers'))) {
    for (const [resource, limit] of entries(at(container, 'resources', 'limits'))) {
      const [own, most] = [amountAt(limit), amountAt(at(place, 'limits', resource))]
      if (own && most && compareQuantity(own, most) > 0) {
        const index = container.step
        judge.refuse(named(limit, `${fieldOf(place)}.containers[${index}][${resource}].limits`), {
          is: 'invalid',
          value: formatQuantity(own),
          why: `is above the limit of the pod: ${formatQuantity(most)}`,
        })
      }
    }
  }
}
