// The far end of a rule of Calico: all that it says must hold at once.
// Source: projectcalico/calico, api/pkg/apis/projectcalico/v3/policy_common.go EntityRule.

import { blockOf } from './address.ts'
import { calicoPods } from './calico-pods.ts'
import { type Alternatives, bothOf, calicoNegation, calicoSelector } from './calico-selector.ts'
import { onlyClusterKnows } from './doubt.ts'
import type { FarEnd } from './policy.ts'
import { hasOnly, isRecord, isString } from './shape.ts'

type Fields = { readonly [field: string]: unknown }
type Path = readonly (string | number)[]

const known = new Set([
  ...['nets', 'notNets', 'selector', 'notSelector', 'namespaceSelector', 'serviceAccounts', 'services'],
  ...['ports', 'notPorts'],
])

interface Place {
  /** Empty in a policy of the whole cluster. */
  readonly namespace: string
  readonly cluster: string
  readonly hasSets: boolean
  readonly path: Path
}

/** undefined where nobody can read it. */
export function calicoPeers(written: unknown, place: Place): readonly FarEnd[] | 'anyone' | undefined {
  if (written === undefined) return 'anyone'
  if (!isRecord(written) || !hasOnly(written, known)) return undefined
  const { cluster, path } = place
  const isSaid = (field: string) => written[field] !== undefined && written[field] !== ''
  const byLabels = ['selector', 'notSelector', 'namespaceSelector'].filter(isSaid)
  const byAddress = ['nets', 'notNets'].filter(isSaid)
  if (isSaid('serviceAccounts') || isSaid('services')) {
    const what = isSaid('services') ? 'services' : 'service-accounts'
    return [{ path, mayTake: { ends: ['pods', 'outside'], doubt: onlyClusterKnows(cluster, what) } }]
  }
  if (byLabels.length > 0 && byAddress.length > 0) return undefined
  if (byAddress.length > 0) return netsMeant(written, path)
  return byLabels.length > 0 ? podsMeant(written, place) : 'anyone'
}

function netsMeant({ nets, notNets }: Fields, path: Path): readonly FarEnd[] | undefined {
  const takes = nets === undefined ? ['0.0.0.0/0', '::/0'] : blocksIn(nets)
  const leaves = notNets === undefined ? [] : blocksIn(notNets)
  if (!takes || !leaves) return undefined
  const field = nets === undefined ? 'notNets' : 'nets'
  return takes.map((cidr, at) => ({
    ipBlock: { cidr, except: leaves },
    blockTakesPods: true,
    path: field === 'nets' ? [...path, field, at] : [...path, field],
  }))
}

function blocksIn(list: unknown): readonly string[] | undefined {
  if (!Array.isArray(list)) return undefined
  return list.every((each) => isString(each) && blockOf(each)) ? (list as readonly string[]) : undefined
}

/** `notSelector` takes whoever is no such pod, what is outside as well; `selector` takes pods only. */
function podsMeant(written: Fields, { namespace, cluster, path, hasSets }: Place): readonly FarEnd[] | undefined {
  const { selector = '', notSelector = '', namespaceSelector = '' } = written
  if (!isString(selector) || !isString(notSelector) || !isString(namespaceSelector)) return undefined
  // Sets of addresses and nodes have labels too.
  const doubt = onlyClusterKnows(cluster, 'network-sets')
  if (/^\s*global\(\s*\)\s*$/.test(namespaceSelector)) return [{ path, mayTake: { ends: ['node', 'outside'], doubt } }]
  const positive = calicoSelector(selector)
  const negative = notSelector === '' ? ([[]] as Alternatives) : calicoNegation(notSelector)
  const both = positive && negative && bothOf(positive, negative)
  const isOpen = selector === '' && namespaceSelector === ''
  const pods =
    both &&
    calicoPods({
      selector: both,
      namespaces: namespaceSelector === '' ? undefined : namespaceSelector,
      own: isOpen ? '' : namespace,
    })
  if (!pods) return undefined
  const field = selector !== '' ? 'selector' : namespaceSelector !== '' ? 'namespaceSelector' : 'notSelector'
  const peers = pods.map((each): FarEnd => ({ ...each, path: [...path, field] }))
  if (isOpen) return [...peers, { takes: ['node', 'outside'], path: [...path, field] }]
  return hasSets ? [...peers, { path: [...path, field], mayTake: { ends: ['outside'], doubt } }] : peers
}
