// Objects that came, went and changed, with the fields that did.

import type { Ref } from '../../kubernetes/types.ts'
import { byCodePoint } from '../../platform/order.ts'
import type { PodsOf, Side } from './diff-task.ts'

export interface ObjectChanges {
  readonly added: readonly Ref[]
  readonly removed: readonly Ref[]
  readonly changed: readonly { readonly ref: Ref; readonly fields: readonly string[] }[]
}

export function objectChanges(before: Side['objects'], after: Side['objects']): ObjectChanges {
  const old = new Map(before)
  const now = new Map(after)
  return {
    added: after.flatMap(([ref]) => (old.has(ref) ? [] : [ref])).sort(byCodePoint),
    removed: before.flatMap(([ref]) => (now.has(ref) ? [] : [ref])).sort(byCodePoint),
    changed: after
      .flatMap(([ref, manifest]) => {
        const was = old.get(ref)
        const fields = was ? fieldsThatDiffer(was, manifest, '') : []
        return fields.length > 0 ? [{ ref, fields }] : []
      })
      .sort((a, b) => byCodePoint(a.ref, b.ref)),
  }
}

function fieldsThatDiffer(was: unknown, is: unknown, path: string): readonly string[] {
  if (Object.is(was, is)) return []
  if (!isRecord(was) || !isRecord(is) || Array.isArray(was) !== Array.isArray(is)) return [path]
  const keys = [...new Set([...Object.keys(was), ...Object.keys(is)])].sort(byCodePoint)
  return keys.flatMap((key) => {
    const inner = Array.isArray(is) ? `${path}[${key}]` : path === '' ? key : `${path}.${key}`
    return fieldsThatDiffer(own(was, key), own(is, key), inner)
  })
}

function own(value: { readonly [field: string]: unknown }, key: string): unknown {
  return Object.hasOwn(value, key) ? value[key] : undefined
}

function isRecord(value: unknown): value is { readonly [field: string]: unknown } {
  return typeof value === 'object' && value !== null
}

export interface PodChange {
  readonly workload: Ref
  readonly was?: Omit<PodsOf, 'workload'>
  readonly is?: Omit<PodsOf, 'workload'>
}

/** Workloads whose pods are others now: in number, or in what one asks for. */
export function podChanges(before: Side['pods'], after: Side['pods']): readonly PodChange[] {
  const old = new Map(before.map(({ workload, ...rest }) => [workload, rest]))
  const now = new Map(after.map(({ workload, ...rest }) => [workload, rest]))
  return [...new Set([...old.keys(), ...now.keys()])].sort(byCodePoint).flatMap((workload): PodChange[] => {
    const [was, is] = [old.get(workload), now.get(workload)]
    return fieldsThatDiffer(was, is, '').length > 0 || !was !== !is ? [{ workload, was, is }] : []
  })
}
