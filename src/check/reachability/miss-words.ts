// Words for why a rule lets a connection not through.

import type { Miss, Refusal } from '../../engine/reachability/refusal.ts'
import { sayLabelSelector } from '../../kubernetes/selector.ts'
import { type Labels, type PolicyPort, partsOf, type Ref } from '../../kubernetes/types.ts'

/** What is shown of a refusal: the policy and its misses, without where they stand. */
export interface ToldRefusal {
  readonly policy: Ref
  readonly misses: readonly Miss[]
  /** Only its peers miss or only its ports, or it is the rule that was meant. */
  readonly isNear: boolean
}

export function toldRefusals(refusals: readonly Refusal[]): readonly ToldRefusal[] {
  return refusals.map(({ policy, misses, distance, isMeant }) => ({
    policy,
    misses,
    isNear: isMeant || distance === 1,
  }))
}

/** One row per rule that comes near; where none does, the first three that miss. */
export function refusalRows(refusals: readonly ToldRefusal[]): readonly (readonly [string, string])[] {
  const near = refusals.filter(({ isNear }) => isNear)
  return portsAsOne(near.length > 0 ? near : refusals)
    .slice(0, 3)
    .map(({ policy, misses }) => [partsOf(policy).name, misses.map(missText).join('; ')] as const)
}

// Rules of one policy that take both ends and not the port let these two through at the ports of all of them.
function portsAsOne(refusals: readonly ToldRefusal[]): readonly ToldRefusal[] {
  const byPolicy = Map.groupBy(refusals.filter(isPortAlone), ({ policy }) => policy)
  return refusals.flatMap((one) => {
    const alike = byPolicy.get(one.policy) ?? []
    if (!isPortAlone(one) || alike.length < 2) return [one]
    if (alike[0] !== one) return []
    const allowed = alike.flatMap(({ misses }) => misses.flatMap((miss) => (miss.why === 'port' ? miss.allowed : [])))
    return [{ ...one, misses: one.misses.map((miss) => (miss.why === 'port' ? { ...miss, allowed } : miss)) }]
  })
}

function isPortAlone({ misses: [miss, ...more] }: ToldRefusal): boolean {
  return miss?.why === 'port' && more.length === 0
}

/** `means pods with app=web; these have app=job`. */
export function missText(miss: Miss): string {
  switch (miss.why) {
    case 'namespaceSelector': {
      const wants = `means namespaces with ${sayLabelSelector(miss.selector, 'label')}`
      const has = `${miss.namespace} has ${labelsText(askedOf(miss))}`
      return miss.matchesNone ? `${wants}, and none has that: ${has}` : `${wants}; ${has}`
    }
    case 'podSelector':
      return `means pods with ${sayLabelSelector(miss.selector, 'label')}; these have ${labelsText(askedOf(miss))}`
    case 'namespace':
      return `means pods of ${miss.own} only, not of ${miss.namespace}`
    case 'ipBlock':
      if (miss.hole !== undefined) return `means addresses in ${miss.cidr}, but leaves out ${miss.hole}`
      return `means addresses in ${miss.cidr}${miss.except.length > 0 ? ` but ${miss.except.join(', ')}` : ''}`
    case 'kind':
      return `means ${miss.takes.map((kind) => kindNames[kind]).join(' and ')} only`
    case 'address':
      return 'means pods only, not addresses'
    case 'port':
      return `lets through ${portsText(miss.allowed)} only`
    case 'protocol':
      return `lets that port through over ${miss.allowed.join(' and ')} only`
    case 'portName':
      return `means a port called ${miss.name}; the pods there call ${namesText(miss)}`
  }
}

export const kindNames = { pods: 'pods', node: 'nodes', outside: 'what is outside' } as const

function namesText({ named }: Extract<Miss, { why: 'portName' }>): string {
  return named.length === 0 ? 'none by a name' : named.map(({ name, port }) => `${port} ${name}`).join(', ')
}

// Of the labels those that the selector asks for; where there is none of them, all.
function askedOf({ selector, labels }: Extract<Miss, { why: 'podSelector' | 'namespaceSelector' }>): Labels {
  const keys = [...Object.keys(selector.matchLabels ?? {}), ...(selector.matchExpressions ?? []).map(({ key }) => key)]
  const asked = Object.entries(labels).filter(([key]) => keys.includes(key))
  return asked.length > 0 ? Object.fromEntries(asked) : labels
}

export function labelsText(labels: Labels): string {
  // What stands in for a label that only a running cluster knows begins with `#`.
  const known = Object.entries(labels).filter(([, value]) => !value.startsWith('#'))
  const texts = known.map(([key, value]) => `${key}=${value}`)
  return texts.length === 0 ? 'no labels' : texts.sort().join(', ')
}

/** `TCP 5432, 6379, 8000-8080; UDP 53`. */
export function portsText(ports: readonly PolicyPort[]): string {
  const byProtocol = new Map<string, string[]>()
  for (const { protocol = 'TCP', port, endPort } of ports) {
    const text = port === undefined ? 'every port' : endPort === undefined ? `${port}` : `${port}-${endPort}`
    byProtocol.set(protocol, [...(byProtocol.get(protocol) ?? []), text])
  }
  return [...byProtocol].map(([protocol, texts]) => `${protocol} ${texts.join(', ')}`).join('; ')
}
