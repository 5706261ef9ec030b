// Selectors of policies that take nothing that is declared: a label that no namespace has, pods that nobody runs.

import type { Source } from '../../estate/estate.ts'
import { isEverything, matchesLabels } from '../../kubernetes/selector.ts'
import type { LabelSelector, Labels, Ref } from '../../kubernetes/types.ts'
import { membersOf } from './bits.ts'
import { nameLabel, selectedNamespaces } from './namespaces.ts'
import type { Policy } from './policy.ts'
import type { Reachability } from './reachability.ts'
import { peerPath } from './refusal.ts'

/** One selector of one policy and what it takes. */
export interface Selecting {
  readonly policy: Ref
  readonly path: readonly (string | number)[]
  readonly of: 'namespaces' | 'pods'
  readonly selector: LabelSelector
  /** Names of namespaces, or workloads; undefined where nobody shows enough labels to tell. */
  readonly takes: readonly string[] | undefined
  /** Of pods: the namespaces in which it looks; undefined where nobody can tell. */
  readonly among?: readonly string[]
  /** What could have been meant, where it takes nothing. */
  readonly near: readonly Near[]
  readonly source: Source
}

/** A thing that one of the selector's values names, with the labels that it really has. */
export interface Near {
  readonly name: string
  readonly labels: Labels
  /** A label of it that has the value which the selector looks for under another key. */
  readonly instead?: { readonly key: string; readonly value: string; readonly wanted: string }
}

/**
 * Every selector of every policy, in the order of policies and paths; selectors of everything are left out, and so are
 * those of pods in namespaces that the selector beside them does not find.
 */
export function selecting(r: Reachability): readonly Selecting[] {
  return r.policies.flatMap((policy) =>
    selectorsIn(policy)
      .filter(({ within }) => typeof within !== 'object' || takenNamespaces(r, within)?.length !== 0)
      .map((found) => weigh(r, policy, found)),
  )
}

interface Found {
  readonly of: 'namespaces' | 'pods'
  readonly selector: LabelSelector
  readonly path: readonly (string | number)[]
  /** The namespaces whose pods are meant: by name, or by another selector. */
  readonly within?: string | LabelSelector
}

function selectorsIn(policy: Policy): readonly Found[] {
  const own: Found = {
    of: 'pods',
    selector: policy.podSelector,
    path: ['spec', 'podSelector'],
    within: policy.namespace,
  }
  const peers = [...(policy.egress ?? []), ...(policy.ingress ?? [])].flatMap((rule) =>
    (rule.peers ?? []).flatMap(({ namespaceSelector, podSelector }, at): Found[] => {
      const path = peerPath(rule, at)
      const within = namespaceSelector ?? policy.namespace
      return [
        ...(namespaceSelector
          ? [{ of: 'namespaces' as const, selector: namespaceSelector, path: [...path, 'namespaceSelector'] }]
          : []),
        ...(podSelector
          ? [{ of: 'pods' as const, selector: podSelector, path: [...path, 'podSelector'], within }]
          : []),
      ]
    }),
  )
  return [own, ...peers].filter(({ selector }) => !isEverything(selector))
}

function weigh(r: Reachability, { ref, source }: Policy, { of, selector, path, within }: Found): Selecting {
  const among = of === 'namespaces' ? undefined : namesOf(r, within)
  const things = of === 'namespaces' ? shownNamespaces(r) : among && podsAmong(r, among)
  const takes = of === 'namespaces' ? takenNamespaces(r, selector) : things && takenThings(things, selector)
  const near = takes?.length === 0 && things ? nearest(things, selector) : []
  return { policy: ref, path, of, selector, takes, ...(among && { among }), near, source }
}

interface Thing {
  readonly name: string
  readonly labels: Labels
}

function shownNamespaces({ namespaces }: Reachability): readonly Thing[] {
  return namespaces.all.filter(({ shown }) => shown)
}

function namesOf(r: Reachability, within: Found['within']): readonly string[] | undefined {
  return typeof within === 'object' ? takenNamespaces(r, within) : [within ?? '']
}

function podsAmong(r: Reachability, namespaces: readonly string[]): readonly Thing[] {
  const pods = namespaces.flatMap((name) => r.podsIn.get(name) ?? [])
  return pods.map(({ workload, labels }) => ({ name: workload, labels })).sort(byName)
}

function byName(a: Thing, b: Thing): number {
  return a.name < b.name ? -1 : 1
}

function takenNamespaces({ namespaces }: Reachability, selector: LabelSelector): readonly string[] | undefined {
  const { sure, maybe } = selectedNamespaces(namespaces, selector)
  const names = membersOf(sure).flatMap((at) => namespaces.all[at]?.name ?? [])
  return names.length === 0 && membersOf(maybe).length > 0 ? undefined : names
}

function takenThings(things: readonly Thing[], selector: LabelSelector): readonly string[] {
  return things.filter(({ labels }) => matchesLabels(selector, labels)).map(({ name }) => name)
}

// Near is what has a wanted value under another key, or is called by it.
function nearest(things: readonly Thing[], selector: LabelSelector): readonly Near[] {
  const wanted = [
    ...Object.entries(selector.matchLabels ?? {}),
    ...(selector.matchExpressions ?? []).flatMap(({ key, operator, values = [] }) =>
      operator === 'In' ? values.map((value) => [key, value] as const) : [],
    ),
  ]
  return things.flatMap(({ name, labels }) => {
    for (const [key, value] of wanted) {
      const byName = labels[nameLabel] === value ? nameLabel : undefined
      const instead =
        byName ??
        Object.keys(labels)
          .sort()
          .find((other) => other !== key && labels[other] === value)
      if (instead) return [{ name, labels, instead: { key: instead, value, wanted: key } }]
    }
    return []
  })
}
