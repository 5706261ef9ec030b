// A bare pod: the server fills in requests and merges label keys before it looks at its rules, which it does not do in templates.
// Source: k8s.io/kubernetes@v1.36.3 pkg/apis/core/v1/defaults.go:164, pkg/registry/core/pod/strategy.go:78.
import type { Container, PodSpec } from '../../kubernetes/types.ts'
import { defaultContainer } from '../pods/container-defaults.ts'
import { withLabelKeys } from '../pods/label-keys.ts'
import { textsOf } from '../pods/untrusted.ts'
import type { Judge } from './judge.ts'
import { at, isSet, items, type Place, text } from './place.ts'
import { podSpec } from './pod-spec.ts'

export function pod(judge: Judge, root: Place): void {
  const spec = at(root, 'spec')
  const labels = textsOf(at(root, 'metadata', 'labels').value)
  const [node, gates] = [at(spec, 'nodeName'), items(at(spec, 'schedulingGates'))]
  if (text(node) !== '' && gates.length > 0) judge.refuse(node, { is: 'forbidden', why: 'beside schedulingGates' })
  podSpec(judge, isSet(spec) ? { ...spec, value: withRequests(withLabelKeys(spec.value as PodSpec, labels)) } : spec)
}

function withRequests(spec: PodSpec): PodSpec {
  const filled = (list: unknown) => (Array.isArray(list) ? list.map(fill) : list)
  return {
    ...spec,
    containers: filled(spec.containers) as readonly Container[],
    initContainers: filled(spec.initContainers) as readonly Container[],
  }
}

function fill(container: unknown): unknown {
  return typeof container === 'object' && container !== null
    ? defaultContainer(container as Container, []).container
    : container
}
