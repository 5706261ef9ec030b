// Rules that keep the pods of a workload apart without keeping any of them out: what is preferred, and anti-affinity by a key
// that no node has. Nothing tells that such a rule does nothing: all pods stand, perhaps on one node.
// Source: pkg/scheduler/framework/plugins/podtopologyspread/scoring.go:116 (nodes without the keys score nothing),
// interpodaffinity/filtering.go:370 and scoring.go:83 (a term looks only at nodes that have its key) (kubernetes v1.36.3).

import { growsUnbounded } from '../../engine/capacity/grows.ts'
import type { Board, Member } from '../../engine/placement/board.ts'
import { domainsOf } from '../../engine/placement/node-table.ts'
import { takesWhenEmpty } from '../../engine/placement/refusals.ts'
import type { PodClass } from '../../engine/pods/pod-class.ts'
import { type Fields, textOf } from '../../engine/pods/untrusted.ts'
import { matchesLabels } from '../../kubernetes/selector.ts'
import type { LabelSelector } from '../../kubernetes/types.ts'
import { countOf } from '../count-words.ts'
import { type AnyPart, type Finding, part } from '../define.ts'
import { subjectOf } from '../placement/subject.ts'
import type { Words } from '../verdict.ts'
import type { View } from '../world.ts'
import { apartTermsOf } from './apart-terms.ts'

export type KeptParts = { keptApart: KeptApart; nobody: Nobody }

interface Nobody {
  readonly workload: string
  readonly namespace: string
  readonly key: string
  readonly isSpread: boolean
}

export interface KeptApart {
  readonly workload: string
  /** As many as an autoscaler may want. */
  readonly pods: number
  readonly key: string
  readonly how: 'required' | 'preferred'
  /** How many values of the key the nodes have that take the pods. */
  readonly places: number
  readonly nodes: number
  readonly grows: readonly string[]
}

/** None without such a rule. Of required spread that finds no key `placed` says that its pods have no place. */
export function keptApartFindings(board: Board, member: Member, view: View): readonly Finding<KeptParts>[] {
  const { pod } = member
  const parts = partsOf(board, member, view)
  if (parts.length === 0) return []
  return [
    {
      id: [...subjectOf(pod, view), 'kept-apart'],
      environment: pod.environment,
      cluster: view.estate.cluster,
      says: `what keeps pods of ${pod.name} apart finds pods, and places to keep them apart by`,
      source: pod.source,
      about: [pod.workload],
      parts,
    },
  ]
}

function partsOf(board: Board, member: Member, view: View): readonly AnyPart<KeptParts>[] {
  const { pod, count } = member
  const open = board.nodes.filter((_, node) => takesWhenEmpty(board, member, node))
  const unbounded = growsUnbounded(view.estate)
  return rulesOf(pod, view.pods).map(({ key, how, meets, isSpread, path }) => {
    const at = { source: pod.source, path }
    if (meets === 'nobody')
      return part(
        'nobody',
        isSpread ? false : undefined,
        { workload: pod.name, namespace: pod.namespace, key, isSpread },
        {
          cause: `keeps-apart-nobody/${subjectOf(pod, view).join('/')}/${key}`,
          hint: 'a labelSelector that selects its pods by labels that they have',
          at,
        },
      )
    const places = domainsOf(open, key).names.length
    const grows = places === 0 ? unbounded : []
    const pods = Math.max(count, pod.scales?.max ?? 0)
    const because: KeptApart = { workload: pod.name, pods, key, how, places, nodes: open.length, grows }
    const isOpen = grows.length > 0 || isSetByOthers(key)
    return part('keptApart', places > 0 ? true : isOpen ? undefined : false, because, {
      cause: `key-of-no-node/${subjectOf(pod, view).join('/')}/${key}`,
      hint: `a key that its nodes have, such as kubernetes.io/hostname, or nodes that have ${key}`,
      at,
    })
  })
}

interface Rule {
  readonly key: string
  readonly how: KeptApart['how']
  readonly meets: 'its own pods' | 'nobody'
  readonly isSpread: boolean
  readonly path: readonly string[]
}

/** Those that keep nothing out: required spread by a key that nodes lack leaves pods without a place instead. */
function rulesOf(pod: PodClass, pods: readonly PodClass[]): readonly Rule[] {
  return apartTermsOf(pod).flatMap(({ term, how, isSpread, path }) => {
    const key = textOf(term.topologyKey)
    const meets = meetsOf(term, pod, pods)
    if (key === undefined || meets === undefined) return []
    return isSpread && how === 'required' && meets !== 'nobody' ? [] : [{ key, how, meets, isSpread, path }]
  })
}

/** Undefined where it is about other pods. Without a selector it is about none (metav1.LabelSelectorAsSelector of nil). */
function meetsOf(term: Fields, { labels, namespace }: PodClass, pods: readonly PodClass[]): Rule['meets'] | undefined {
  const { labelSelector } = term
  if (term.namespaces !== undefined || term.namespaceSelector !== undefined) return undefined
  if (labelSelector !== undefined && (typeof labelSelector !== 'object' || labelSelector === null)) return undefined
  const matches = (found: PodClass['labels']) =>
    labelSelector !== undefined && matchesLabels(labelSelector as LabelSelector, found)
  if (matches(labels)) return 'its own pods'
  return pods.some((one) => one.namespace === namespace && matches(one.labels)) ? undefined : 'nobody'
}

// What a cloud provider labels its machines with is seldom said of a node that is declared.
function isSetByOthers(key: string): boolean {
  const [domain = ''] = key.split('/')
  return key.includes('/') && providers.some((one) => domain === one || domain.endsWith(`.${one}`))
}

const providers = [
  'kubernetes.io',
  'k8s.io',
  'amazonaws.com',
  'azure.com',
  'cloud.google.com',
  'karpenter.sh',
  'k8s.aws',
]

export function sayKeptApart({ workload, pods, key, how, places, nodes, grows }: KeptApart, truth: unknown): Words {
  const are = how === 'required' ? 'have to stand' : 'would rather stand'
  const asked = `${countOf(pods, 'pod')} of ${workload} ${are} apart by ${key}`
  if (truth === false) return { line: `${asked}, which no node has that takes them: it keeps nothing apart` }
  if (places === 0) {
    const more = grows.length > 0 ? `; ${grows.join(', ')} may add one` : ', and nobody says whether it is set there'
    return { line: `${asked}, which none of the ${countOf(nodes, 'node')} has that take them${more}` }
  }
  if (places === 1) return { line: `${asked}, and all nodes that take them are in one: there is nothing to keep apart` }
  const each = Math.ceil(pods / places)
  return {
    line:
      how === 'required'
        ? `${asked}: one in each of ${places} at most`
        : `${asked}: evenly they are ${each} at most in each of ${places}, and nothing keeps more of them from one`,
  }
}

export function sayNobody({ workload, namespace, key, isSpread }: Nobody, truth: unknown): Words {
  const line = `${workload} is to be kept apart by ${key} from pods whose labels no pod of ${namespace} has`
  return { line: truth === false ? `${line}: its ${isSpread ? 'spread' : 'anti-affinity'} counts nothing` : line }
}
