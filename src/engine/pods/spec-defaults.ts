// What the API server writes into every pod that does not say it, as far as engines read it.
// Source: k8s.io/kubernetes@v1.36.3 pkg/apis/core/v1/defaults.go:164 (Pod), :211 (PodSpec), :233 (Probe), :394 (host ports).
import { formatQuantity } from '../../kubernetes/quantity.ts'
import type { Container, ContainerPort, PodSpec, Probe, TopologySpreadConstraint } from '../../kubernetes/types.ts'
import { type Amounts, amountsOf, replaceAmounts } from './amounts.ts'
import { containersNeed, isPodLevelResource } from './effective-resources.ts'
import { type Fields, fieldsIn, fieldsOf } from './untrusted.ts'

/** The spec with the API's defaults, but for requests and tolerations, which admission adds. */
export function withSpecDefaults(spec: PodSpec): PodSpec {
  const container = (fields: Fields) => withContainerDefaults(fields as unknown as Container, spec.hostNetwork === true)
  const filled: PodSpec = {
    restartPolicy: 'Always',
    terminationGracePeriodSeconds: 30,
    ...spec,
    containers: fieldsIn(spec.containers).map(container),
  }
  return {
    ...filled,
    ...(spec.initContainers && { initContainers: fieldsIn(spec.initContainers).map(container) }),
    ...(spec.topologySpreadConstraints && { topologySpreadConstraints: spreadOf(spec) }),
  }
}

function withContainerDefaults(container: Container, hostNetwork: boolean): Container {
  const probe = (name: 'readinessProbe' | 'livenessProbe' | 'startupProbe') =>
    container[name] && { [name]: withProbeDefaults(container[name]) }
  return {
    ...container,
    ...(container.ports && { ports: portsOf(container.ports, hostNetwork) }),
    ...probe('readinessProbe'),
    ...probe('livenessProbe'),
    ...probe('startupProbe'),
  }
}

function portsOf(ports: unknown, hostNetwork: boolean): readonly ContainerPort[] {
  return fieldsIn(ports).map((fields) => {
    const port = fields as unknown as ContainerPort
    const hostPort = port.hostPort || (hostNetwork ? port.containerPort : undefined)
    return { ...port, protocol: port.protocol || 'TCP', ...(hostPort && { hostPort }) }
  })
}

// Zero means not said, as in the API.
function withProbeDefaults(probe: Probe): Probe {
  return {
    ...probe,
    ...(probe.httpGet && { httpGet: { ...probe.httpGet, path: probe.httpGet.path || '/' } }),
    initialDelaySeconds: probe.initialDelaySeconds || 0,
    timeoutSeconds: probe.timeoutSeconds || 1,
    periodSeconds: probe.periodSeconds || 10,
    successThreshold: probe.successThreshold || 1,
    failureThreshold: probe.failureThreshold || 3,
  }
}

// The API leaves both policies out and reads them so (types.go of core/v1, TopologySpreadConstraint).
function spreadOf(spec: PodSpec): readonly TopologySpreadConstraint[] {
  return fieldsIn(spec.topologySpreadConstraints).map((fields) => ({
    nodeAffinityPolicy: 'Honor',
    nodeTaintsPolicy: 'Ignore',
    ...(fields as unknown as TopologySpreadConstraint),
  }))
}

/** The pod's own requests where it has limits of its own: what its containers ask together, else the limit (defaults.go:438). */
export function withPodLevelRequests(spec: PodSpec): PodSpec {
  const limits = amountsOf(fieldsOf(spec.resources).limits)
  if (Object.keys(limits).length === 0) return spec

  const whole = (amounts: Amounts) =>
    Object.fromEntries(Object.entries(amounts).filter(([name]) => isPodLevelResource(name)))
  const containers = Object.entries(whole(containersNeed(spec, 'requests'))).filter(
    ([name]) => !name.startsWith('hugepages-'),
  )
  const defaults = replaceAmounts(whole(limits), Object.fromEntries(containers))
  const own = fieldsOf(fieldsOf(spec.resources).requests) as { readonly [resource: string]: string | number }
  const added = Object.entries(defaults).filter(([name]) => !Object.hasOwn(own, name))
  const requests = { ...own, ...Object.fromEntries(added.map(([name, amount]) => [name, formatQuantity(amount)])) }
  return { ...spec, resources: { ...spec.resources, requests } }
}
