// The pods that Calico's selectors mean: pods carry the labels of their namespace and service account beside their own.
// Source: projectcalico/calico, libcalico-go/lib/backend/k8s/conversion; docs.tigera.io, "Calico automatic labels".

import type { LabelRequirement } from '../../kubernetes/types.ts'
import { type Alternatives, bothOf, calicoSelector } from './calico-selector.ts'
import { nameLabel } from './namespaces.ts'
import { plainSelector } from './plain-selector.ts'
import type { Subject } from './ranked-policy.ts'

interface Meant {
  readonly selector?: Alternatives
  /** undefined: where nothing is said of namespaces, those of `own` are meant, and without `own` all. */
  readonly namespaces?: string
  readonly own: string
}

/** One alternative after the other; undefined where nobody can read them. */
export function calicoPods({ selector = [[]], namespaces, own }: Meant): readonly Subject[] | undefined {
  const within = namespaces === undefined ? [[]] : calicoSelector(namespaces)?.map((each) => each.map(ofNamespace))
  const all = within && bothOf(selector, within)
  const subjects = all?.map((requirements) => subjectOf(requirements, namespaces === undefined ? own : ''))
  return subjects?.every((each) => each !== undefined) ? subjects.filter((each) => each !== 'nobody') : undefined
}

const mark = 'pcns.'

function ofNamespace(requirement: LabelRequirement): LabelRequirement {
  return { ...requirement, key: `${mark}${requirement.key}` }
}

function subjectOf(requirements: readonly LabelRequirement[], own: string): Subject | 'nobody' | undefined {
  const ofPods: LabelRequirement[] = []
  const ofNamespaces: LabelRequirement[] = []
  for (const requirement of requirements) {
    const { key } = requirement
    if (key === 'projectcalico.org/namespace' || key === `${mark}projectcalico.org/name`)
      ofNamespaces.push({ ...requirement, key: nameLabel })
    else if (key === 'projectcalico.org/orchestrator') {
      if (!isKubernetes(requirement)) return 'nobody'
    } else if (key.startsWith(mark)) ofNamespaces.push({ ...requirement, key: key.slice(mark.length) })
    else if (key.startsWith('pcsa.') || key.startsWith('projectcalico.org/')) return undefined
    else ofPods.push(requirement)
  }
  const podSelector = plainSelector(ofPods)
  if (ofNamespaces.length === 0 && own !== '') return { podSelector }
  const inOwn = own === '' ? [] : [{ key: nameLabel, operator: 'In', values: [own] } as const]
  const namespaceSelector = plainSelector([...ofNamespaces, ...inOwn])
  return { podSelector, namespaceSelector }
}

function isKubernetes({ operator, values = [] }: LabelRequirement): boolean {
  const isNamed = values.includes('k8s')
  return operator === 'In' ? isNamed : operator === 'NotIn' ? !isNamed : operator === 'Exists'
}
