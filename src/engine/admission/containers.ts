// The rules of containers and init containers.
// Source: k8s.io/kubernetes@v1.36.3 pkg/apis/core/validation/validation.go, validateContainerCommon, validateInitContainers.
import { dnsLabelProblem, portNameProblem } from '../../kubernetes/names.ts'
import { environment } from './environment.ts'
import type { Judge } from './judge.ts'
import { at, isSet, items, number, type Place, text } from './place.ts'
import { lifecycle, probes } from './probes.ts'
import { resizePolicy, resources } from './resources.ts'
import { restartRules } from './restart-rules.ts'
import { allowOnly, portNumber, refuseIf, requireText } from './rules.ts'
import { containerSecurity } from './security.ts'
import { volumeDevices, volumeMounts } from './volume-mounts.ts'

export interface ContainerContext {
  /** Volume name → kind of volume. */
  readonly volumes: ReadonlyMap<string, string>
  readonly graceSeconds: number
  readonly podRestarts: string
  readonly hostNetwork: boolean
  readonly isTemplate: boolean
  readonly hostUsers: boolean
}

export function containers(judge: Judge, list: Place, context: ContainerContext): void {
  if (items(list).length === 0) judge.refuse(list, { is: 'required' })
  const names = new Set<string>()
  for (const container of items(list)) {
    common(judge, container, context)
    uniqueName(judge, container, names)
    lifecycle(judge, at(container, 'lifecycle'), context.graceSeconds)
    probes(judge, container, context.graceSeconds)
    restartRules(judge, container, [])
  }
  hostPorts(judge, items(list), context)
}

export function initContainers(judge: Judge, list: Place, others: readonly string[], context: ContainerContext): void {
  const names = new Set(others)
  for (const container of items(list)) {
    common(judge, container, context)
    uniqueName(judge, container, names)
    const staysOn = text(at(container, 'restartPolicy')) === 'Always'
    restartRules(judge, container, ['Always'])
    if (staysOn) {
      lifecycle(judge, at(container, 'lifecycle'), context.graceSeconds)
      probes(judge, container, context.graceSeconds)
    } else {
      for (const field of ['lifecycle', 'livenessProbe', 'readinessProbe', 'startupProbe']) {
        const place = at(container, field)
        if (isSet(place))
          judge.refuse(place, { is: 'forbidden', why: 'an init container has one only with restartPolicy: Always' })
      }
    }
    hostPorts(judge, [container], { ...context, hostNetwork: false })
    if (!staysOn && isSet(at(container, 'resizePolicy')) && judge.minor >= 36) resizeInPlace(judge, container)
  }
}

function common(judge: Judge, container: Place, context: ContainerContext): void {
  const name = at(container, 'name')
  if (text(name) === '') judge.refuse(name, { is: 'required' })
  else refuseIf(judge, name, dnsLabelProblem(text(name)))
  const image = at(container, 'image')
  requireText(judge, image)
  if (!context.isTemplate && text(image) !== text(image).trim()) refuseIf(judge, image, 'begins or ends with a space')
  allowOnly(judge, at(container, 'terminationMessagePolicy'), ['File', 'FallbackToLogsOnError'])
  allowOnly(judge, at(container, 'imagePullPolicy'), ['Always', 'IfNotPresent', 'Never'])
  ports(judge, at(container, 'ports'))
  environment(judge, container, context.volumes)
  volumeMounts(judge, container, context.volumes)
  volumeDevices(judge, container, context.volumes)
  if (!context.hostUsers && items(at(container, 'volumeDevices')).length > 0)
    judge.refuse(at(container, 'volumeDevices'), { is: 'forbidden', why: 'beside hostUsers: false' })
  resources(judge, at(container, 'resources'))
  resizePolicy(judge, at(container, 'resizePolicy'), context.podRestarts)
  containerSecurity(judge, at(container, 'securityContext'), context.hostUsers)
}

// An init container that ends has nothing to restart.
function resizeInPlace(judge: Judge, container: Place): void {
  for (const policy of items(at(container, 'resizePolicy'))) {
    const place = at(policy, 'restartPolicy')
    if (text(place) === 'RestartContainer')
      refuseIf(judge, place, 'goes only with restartPolicy: Always in an init container')
  }
}

function uniqueName(judge: Judge, container: Place, names: Set<string>): void {
  const name = text(at(container, 'name'))
  if (names.has(name) && name !== '') judge.refuse(at(container, 'name'), { is: 'duplicate', value: name })
  names.add(name)
}

function ports(judge: Judge, list: Place): void {
  const names = new Set<string>()
  for (const port of items(list)) {
    const name = at(port, 'name')
    if (text(name) !== '') {
      const problem = portNameProblem(text(name))
      refuseIf(judge, name, problem)
      if (names.has(text(name))) judge.refuse(name, { is: 'duplicate', value: text(name) })
      if (problem === undefined) names.add(text(name))
    }
    if (!number(at(port, 'containerPort'))) judge.refuse(at(port, 'containerPort'), { is: 'required' })
    else portNumber(judge, at(port, 'containerPort'))
    if (number(at(port, 'hostPort'))) portNumber(judge, at(port, 'hostPort'))
    allowOnly(judge, at(port, 'protocol'), ['TCP', 'UDP', 'SCTP'])
  }
}

// A port of the node can be taken once; with hostNetwork each port of a pod is one of the node, which its template need
// not say yet (pkg/apis/core/v1/defaults.go:206).
function hostPorts(judge: Judge, list: readonly Place[], { hostNetwork, isTemplate }: ContainerContext): void {
  const taken = new Set<string>()
  for (const port of list.flatMap((container) => items(at(container, 'ports')))) {
    const [own, host] = [number(at(port, 'containerPort')) || 0, number(at(port, 'hostPort')) || 0]
    const onNode = host || (hostNetwork && !isTemplate ? own : 0)
    if (hostNetwork && host !== 0 && host !== own) {
      judge.refuse(at(port, 'hostPort'), {
        is: 'invalid',
        value: `${host}`,
        why: `is not the containerPort ${own}, as hostNetwork needs`,
      })
    }
    if (onNode === 0) continue
    const key = `${text(at(port, 'protocol')) || 'TCP'}/${text(at(port, 'hostIP'))}/${onNode}`
    if (taken.has(key)) judge.refuse(at(port, 'hostPort'), { is: 'duplicate', value: key })
    taken.add(key)
  }
}
