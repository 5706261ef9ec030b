import type { Container, ContainerPort, ResourceList } from '../../kubernetes/types.ts'
import type { Sidecar, Workload } from '../../platform/component.ts'
import { given, unlessEmpty } from '../given.ts'
import { sortedBy, sortedTexts } from '../order.ts'
import type { Placed } from './placed.ts'
import { probe } from './probe.ts'
import { containerSecurity } from './security.ts'
import { mounts } from './volumes.ts'

/** The one container of a workload's pods. */
export function container(placed: Placed): Container {
  const { workload, component } = placed
  return given<Container>({
    name: workload.name,
    image: workload.image ?? unstatedImage(component.name),
    command: workload.command,
    ports: unlessEmpty(sortedBy(workload.ports, ({ name }) => name).map(containerPort)),
    envFrom: unlessEmpty(envFrom(workload)),
    resources: unlessEmpty(given({ requests: amounts(workload.requests), limits: amounts(workload.limits) })),
    readinessProbe: probe(workload.readiness),
    livenessProbe: probe(workload.liveness),
    volumeMounts: mounts(placed),
    securityContext: containerSecurity(workload.security),
  })
}

/** What runs beside it in each pod. */
export function sidecar({ name, image, ports, requests, limits }: Sidecar, { workload }: Placed): Container {
  return given<Container>({
    name,
    image,
    ports: unlessEmpty(sortedBy(ports, ({ name: port }) => port).map(containerPort)),
    resources: unlessEmpty(given({ requests: amounts(requests), limits: amounts(limits) })),
    securityContext: containerSecurity(workload.security),
  })
}

/** The API server wants an image; nobody can mistake this one for a real one (RFC 2606 reserves the domain). */
function unstatedImage(component: string): string {
  return `unstated.invalid/${component}:unstated`
}

function containerPort({ name, port, protocol }: Workload['ports'][number]): ContainerPort {
  return given<ContainerPort>({ name, containerPort: port, protocol: protocol === 'TCP' ? undefined : protocol })
}

export function envFrom({ config, secrets }: Workload): object[] {
  return [
    ...sortedTexts(config).map((name) => ({ configMapRef: { name } })),
    ...sortedTexts(secrets).map((name) => ({ secretRef: { name } })),
  ]
}

export function amounts(list: Workload['requests']): ResourceList | undefined {
  if (!list) return undefined
  return unlessEmpty(
    given({ cpu: list.cpu === undefined ? undefined : `${list.cpu}`, memory: list.memory }) as ResourceList,
  )
}
