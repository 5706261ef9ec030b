import type { Assumption } from '../../engine/assumption.ts'
import { dnsAnswers } from '../../engine/reachability/dns.ts'
import { nameLabel } from '../../engine/reachability/namespaces.ts'
import { type Near, type Selecting, selecting } from '../../engine/reachability/selected-by.ts'
import { sayLabelSelector } from '../../kubernetes/selector.ts'
import { partsOf } from '../../kubernetes/types.ts'
import { defineQuestion, type Finding, part } from '../define.ts'
import type { Truth } from '../verdict.ts'
import type { View } from '../world.ts'
import { labelsText } from './miss-words.ts'
import { reachable } from './reachable.ts'
import { usualDns } from './usual-dns.ts'

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
  perCluster: true,

  *judge({ views, platform }) {
    for (const view of views) {
      const byPolicy = Map.groupBy(selecting(reachable(view)), ({ policy }) => policy)
      for (const found of byPolicy.values()) yield findingOf(found, view, platform !== undefined)
    }
  },

  says: {
    selects: ({ selector, of, takes, near }, truth) => ({
      line: `${selector} ${findsText(of, takes, truth)}`,
      rows: truth === false ? near.map(({ name, labels }) => [name, `has ${labelsText(labels)}`] as const) : [],
    }),
  },
})

function findsText(of: string, takes: readonly string[], truth: Truth): string {
  if (truth && takes.length === 0) return `finds ${of} that nobody shows`
  if (truth) return `finds ${listed(takes)}`
  return truth === false ? `finds no ${of}` : `may find ${of} that nobody shows, or whose labels nobody shows`
}

function findingOf(found: readonly Selecting[], view: View, isWhole: boolean): Finding<{ selects: Selected }> {
  const { estate } = view
  const { policy, source } = found[0] as Selecting
  const { namespace, name } = partsOf(policy)
  const environment = estate.environments.find((each) => each.namespace === namespace)?.name
  return {
    id: [environment ?? estate.cluster, environment ? name : `${namespace}.${name}`],
    environment,
    cluster: estate.cluster,
    says: `every selector of ${name} finds something`,
    source,
    about: [policy],
    parts: found.map((each) => selectorPart(each, view, isWhole)),
  }
}

// A platform says all that there is. Of a folder others may deploy what a policy means: its namespaces, pods in them.
// What answers for DNS comes with a cluster, and where nobody shows it it is taken to be what it usually is.
function selectorPart(found: Selecting, view: View, isWhole: boolean) {
  const { selector, of, takes, near, path, source, policy } = found
  const { cluster } = view.estate
  const { denied } = view
  const says = sayLabelSelector(selector, of === 'pods' ? 'pod' : 'namespace')
  const isDns = isUnseenDns(found, says, view)
  const others: Assumption = isDns
    ? usualDns(cluster)
    : {
        id: `selected-${of}/${cluster}/${partsOf(policy).namespace}/${says}`,
        says: `${of} with ${says} are deployed by others`,
        kind: 'outside',
        source,
      }
  const isElsewhere = (isDns || !isWhole) && takes?.length === 0
  const truth: Truth = takes === undefined ? undefined : takes.length > 0 || (isElsewhere && !denied.has(others.id))
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
      assumes: isElsewhere ? [others] : [],
    },
  )
}

function isUnseenDns({ of, among = [] }: Selecting, says: string, view: View): boolean {
  const isMeant = of === 'pods' && says === 'k8s-app=kube-dns' && among.includes('kube-system')
  return isMeant && dnsAnswers(reachable(view)).service === undefined
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
