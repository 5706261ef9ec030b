import { admitObject } from '../../src/engine/admission/admit-object.ts'
import { minorNumber } from '../../src/engine/admission/minors.ts'
import type { Refusal } from '../../src/engine/admission/refusal.ts'
import { sayRefusal } from '../../src/engine/admission/words.ts'
import type { Manifest } from '../../src/kubernetes/types.ts'
import type { JsonObject } from '../json.ts'
import { serverMinor } from '../versions.ts'
import type { Answer } from './server.ts'

/** How the engine and the server stand to each other on one object. */
export type Standing =
  /** `besides`: both refuse, with a field in common, and one names further ones. */
  | { readonly is: 'agree'; readonly besides?: 'Seaworthy' | 'the server' | 'each' }
  /** Not compared, for a reason that the engine itself gives. */
  | { readonly is: 'apart'; readonly why: string }
  | { readonly is: 'differ'; readonly how: string }

export interface Ours {
  /** Where anything does not fit the fields and types, only that: the server looks no further. */
  readonly by?: 'structure' | 'validation' | 'crash'
  readonly fields: readonly string[]
  /** Whether the server names all of them: it stops at the first value of a wrong type. */
  readonly namesAll: boolean
  readonly notModelled: readonly string[]
  readonly says: readonly string[]
}

/** A crash is an answer too, one that nobody else gives. */
export function ours(manifest: JsonObject, minor = serverMinor): Ours {
  try {
    return judged(manifest, minor)
  } catch (error) {
    return { by: 'crash', fields: [], namesAll: true, notModelled: [], says: [String(error)] }
  }
}

function judged(manifest: JsonObject, minor: string): Ours {
  const { refused, notModelled } = admitObject(manifest as unknown as Manifest, { minor })
  const structure = refused.filter(({ by }) => by === 'structure')
  const counted = structure.length > 0 ? structure : refused.filter((one) => !isOfItsPods(one, manifest, minor))
  return {
    ...(counted.length > 0 && { by: structure.length > 0 ? 'structure' : 'validation' }),
    fields: [...new Set(counted.map(serverField))].sort(),
    namesAll: structure.every(({ fault }) => fault.is === 'unknown'),
    notModelled,
    says: counted.map(sayRefusal),
  }
}

// A StatefulSet whose pods are refused one by one: before 1.34 the server looks only at how long they are to run.
function isOfItsPods({ field }: Refusal, { kind }: JsonObject, minor: string): boolean {
  return (
    kind === 'StatefulSet' &&
    minorNumber(minor) < 34 &&
    /^spec\.template\.spec\.(?!restartPolicy|activeDeadlineSeconds)/.test(field)
  )
}

function serverField({ field, by, fault }: Refusal): string {
  if (by === 'structure') return field
  const named = asTheServerNames(field)
  return withoutIndex(oneAddress(fault.is === 'forbidden' ? mistyped(named) : named))
}

// As the server writes them where a volume is of two kinds (validation.go:656, :672, :2097).
function mistyped(field: string): string {
  return field.replace(/(volumes\[\d*\])\.downwardAPI$/, '$1.downwarAPI').replace(/\.cephfs$/, '.cephFS')
}

export function standing(ours: Ours, theirs: Answer): Standing {
  if (theirs.by === 'other') return { is: 'apart', why: otherReason(theirs.says) }
  const opaque = (field: string) =>
    ours.notModelled.some((name) => name.endsWith(': its rules') || field.startsWith(name))

  if (ours.by === 'crash') return { is: 'differ', how: `Seaworthy crashes: ${ours.says.join()}` }
  if (ours.by === undefined) {
    const [unknown] = ours.notModelled
    if (theirs.accepted) return unknown === undefined ? { is: 'agree' } : { is: 'apart', why: notModelled(unknown) }
    const isOpaque = theirs.by === 'validation' && theirs.fields.length > 0 && theirs.fields.every(opaque)
    if (unknown !== undefined && (isOpaque || theirs.says === 'no such kind'))
      return { is: 'apart', why: notModelled(unknown) }
    return { is: 'differ', how: 'only the server refuses' }
  }
  if (theirs.accepted) return { is: 'differ', how: 'only Seaworthy refuses' }
  if (ours.by !== theirs.by) return { is: 'differ', how: `refused by ${ours.by}, in the server by ${theirs.by}` }
  if (!ours.namesAll || (theirs.by === 'structure' && theirs.fields.length === 0)) return { is: 'agree' }
  const named = theirs.by === 'structure' ? theirs.fields : theirs.fields.map(asWritten)
  return sameFields(ours.fields, [...new Set(named)])
}

// The server names fields that it has filled in itself, and stops early where a selector cannot be read: one field in
// common is the same refusal.
function sameFields(ours: readonly string[], theirs: readonly string[]): Standing {
  const common = ours.filter((field) => theirs.includes(field))
  if (common.length === 0)
    return { is: 'differ', how: `Seaworthy names ${ours.join(', ')}; the server ${theirs.join(', ')}` }
  const [more, less] = [ours.length > common.length, theirs.length > common.length]
  if (!more && !less) return { is: 'agree' }
  return { is: 'agree', besides: more && less ? 'each' : more ? 'Seaworthy' : 'the server' }
}

// The server judges the list that it fills from the one address that people write, and has the volumes of a StatefulSet's
// claims in any order.
function asWritten(field: string): string {
  return withoutIndex(oneAddress(field)).replace(claimVolume, '$1[]')
}

function oneAddress(field: string): string {
  return field.replace(/^spec\.clusterIPs\[0\]$/, 'spec.clusterIP')
}

// Here the server leaves out which item it was (pkg/apis/core/validation/validation.go:1200, :1220, :5164).
function asTheServerNames(field: string): string {
  return field
    .replace(/\bdownwardAPI\.items\[\d+\]/, 'downwardAPI')
    .replace(/\.projected\.sources\[\d+\]\.serviceAccountToken\.path$/, '.projected.path')
    .replace(/(odAffinityTerm|Execution\[\d+\])\.namespaces\[\d+\]$/, '$1.namespace')
    .replace(claimVolume, '$1[]')
}

// Up to 1.29 the server leaves out which host or range it was.
function withoutIndex(field: string): string {
  return field
    .replace(/(\.hostAliases)\[\d+\](\.\w+)(\[\d+\])?$/, '$1$2')
    .replace(/(\.LoadBalancerSourceRanges)\[\d+\]$/, '$1')
}

const claimVolume = /^(spec\.template\.spec\.volumes)\[\d+\]/

// Without indexes: the same field of every container is one reason.
function notModelled(name: string): string {
  return `not modelled: ${name.replace(/\[[^\]]*\]/g, '[]')}`
}

function otherReason(says: string): string {
  return `the server: ${says.replace(/"[^"]*"/g, '…').slice(0, 90)}`
}
