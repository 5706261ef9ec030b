// The flags of a cluster's own controller manager, where its pods are among the objects: a snapshot holds the mirrors of
// static pods. https://kubernetes.io/docs/reference/command-line-tools-reference/kube-controller-manager/

import type { Estate, Source } from '../../estate/estate.ts'
import { goDurationSeconds } from '../../kubernetes/go-duration.ts'
import { partsOf } from '../../kubernetes/types.ts'
import { fieldsIn, fieldsOf, listOf, textOf } from '../pods/untrusted.ts'
import type { Timers } from './timers.ts'

export interface Flagged {
  readonly timers: Partial<Timers>
  /** The pod whose flags they are. */
  readonly source: Source
}

const seconds = (text: string) => goDurationSeconds(text) ?? Number.NaN

const flags: { readonly [flag: string]: readonly [timer: keyof Timers, read: (text: string) => number] } = {
  'node-monitor-grace-period': ['graceSeconds', seconds],
  'node-monitor-period': ['monitorSeconds', seconds],
  'node-eviction-rate': ['evictionsPerSecond', Number],
  'secondary-node-eviction-rate': ['secondaryEvictionsPerSecond', Number],
  'large-cluster-size-threshold': ['largeZoneNodes', Number],
  'unhealthy-zone-threshold': ['unhealthyShare', Number],
  'kube-api-qps': ['requestsPerSecond', Number],
  'kube-api-burst': ['requestsAtOnce', Number],
  'resource-quota-sync-period': ['quotaResyncSeconds', seconds],
}

/** Undefined where no controller manager is shown. A value that cannot be read, or not the same in all of them, is NaN. */
export function flagsOf({ objects }: Estate): Flagged | undefined {
  let found: { timers: Partial<Record<keyof Timers, number>>; source: Source } | undefined
  for (const { ref, manifest, source } of objects) {
    if (!ref.startsWith('Pod/') || partsOf(ref).namespace !== 'kube-system') continue
    const said = saidBy(manifest.spec)
    if (!said) continue
    if (found) found.timers = agreed(found.timers, said)
    else found = { timers: said, source }
  }
  return found
}

type Said = Partial<Record<keyof Timers, number>>

function agreed(a: Said, b: Said): Said {
  const names = [...new Set([...Object.keys(a), ...Object.keys(b)])] as (keyof Timers)[]
  return Object.fromEntries(names.map((name) => [name, a[name] === b[name] ? a[name] : Number.NaN]))
}

function saidBy(spec: unknown): Said | undefined {
  for (const { command, args } of fieldsIn(fieldsOf(spec).containers)) {
    const words = [...listOf(command), ...listOf(args)].map((word) => textOf(word) ?? '')
    if (words[0]?.split('/').at(-1) !== 'kube-controller-manager') continue
    return Object.fromEntries(words.flatMap((word, at) => read(word, words[at + 1] ?? '')))
  }
  return undefined
}

// `--flag=value` or `--flag value`.
function read(word: string, next: string): readonly (readonly [keyof Timers, number])[] {
  const [, flag = '', , value] = /^--([a-z-]+)(=(.*))?$/s.exec(word) ?? []
  if (!Object.hasOwn(flags, flag)) return []
  const [timer, parse] = flags[flag] ?? []
  return timer && parse ? [[timer, parse(value ?? next)]] : []
}
