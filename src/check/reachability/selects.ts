import { nameLabel } from '../../engine/reachability/namespaces.ts'
import { type Near, type Selecting, selecting } from '../../engine/reachability/selected-by.ts'
import { sayLabelSelector } from '../../kubernetes/selector.ts'
import { partsOf } from '../../kubernetes/types.ts'
import { defineQuestion, type Finding, part } from '../define.ts'
import type { Truth } from '../verdict.ts'
import type { View } from '../world.ts'
import { labelsText } from './miss-words.ts'
import { reachable } from './reachable.ts'

interface Selected {
  readonly selector: string
  readonly of: 'namespaces' | 'pods'
  readonly takes: readonly string[]
  readonly near: readonly Near[]
}

// A selector that takes nothing is a rule for nobody: what it was to let through stays shut.
export const selects = defineQuestion<{ selects: Selected }>({
  id: 'selects',
  asks: 'Does every selector of a network policy find something?',

  *judge({ views }) {
    for (const view of views) {
      const byPolicy = Map.groupBy(selecting(reachable(view)), ({ policy }) => policy)
      for (const found of byPolicy.values()) yield findingOf(found, view)
    }
  },

  says: {
    selects: ({ selector, of, takes, near }, truth) => ({
      line: `${selector} ${truth ? `finds ${listed(takes)}` : truth === false ? `finds no ${of}` : `may find ${of} whose labels nobody shows`}`,
      rows: truth === false ? near.map(({ name, labels }) => [name, `has ${labelsText(labels)}`] as const) : [],
    }),
  },
})

function findingOf(found: readonly Selecting[], { estate }: View): Finding<{ selects: Selected }> {
  const { policy, source } = found[0] as Selecting
  const { namespace, name } = partsOf(policy)
  const environment = estate.environments.find((each) => each.namespace === namespace)?.name
  return {
    id: [environment ?? estate.cluster, environment ? name : `${namespace}.${name}`],
    environment,
    cluster: estate.cluster,
    says: `every selector of ${name} finds something`,
    source,
    parts: found.map((each) => selectorPart(each, estate.cluster)),
  }
}

function selectorPart({ selector, of, takes, near, path, source, policy }: Selecting, cluster: string) {
  const truth: Truth = takes === undefined ? undefined : takes.length > 0
  const says = sayLabelSelector(selector, of === 'pods' ? 'pod' : 'namespace')
  const [meant] = near
  return part(
    'selects',
    truth,
    { selector: says, of, takes: takes ?? [], near },
    {
      cause:
        of === 'namespaces' ? `namespace-label/${cluster}/${says}` : `pod-label/${partsOf(policy).namespace}/${says}`,
      hint: meant?.instead ? hintOf(meant, meant.instead) : undefined,
      at: { source, path },
    },
  )
}

function hintOf({ name }: Near, { key, value, wanted }: NonNullable<Near['instead']>): string {
  const why = key === nameLabel ? ', the label that the API server gives every namespace' : `, which ${name} has`
  return `did you mean ${key}=${value}${why}? It has no label ${wanted}`
}

function listed(names: readonly string[]): string {
  const shown = names
    .slice(0, 4)
    .map((name) => (name.includes('/') ? partsOf(name as `${string}/${string}/${string}`).name : name))
  return names.length > shown.length ? `${shown.join(', ')} and ${names.length - shown.length} more` : shown.join(', ')
}
