// Volumes of a pod: one kind each, unique names, and the rules of the kinds that are common.
// Source: k8s.io/kubernetes@v1.36.3 pkg/apis/core/validation/validation.go, ValidateVolumes, validateVolumeSource.
import { dnsLabelProblem } from '../../kubernetes/names.ts'
import { amountOf } from '../pods/amounts.ts'
import { claimSpec } from './claims.ts'
import { containerField, podField } from './environment.ts'
import type { Judge } from './judge.ts'
import { annotations } from './metadata.ts'
import { at, entries, isSet, items, number, type Place, text } from './place.ts'
import { allowOnly, labels, refuseIf, requireText } from './rules.ts'
import { inPathProblem } from './volume-mounts.ts'
import { sharedSources, type VolumeRule } from './volume-sources.ts'

const mostMode = 0o777

// The kinds that are not here have rules that are not written here.
const rules: ReadonlyMap<string, VolumeRule> = new Map<string, VolumeRule>([
  ...sharedSources,
  ['emptyDir', emptyDir],
  ['secret', (judge, source) => filesOf(judge, source, 'secretName')],
  ['configMap', (judge, source) => filesOf(judge, source, 'name')],
  ['persistentVolumeClaim', (judge, source) => requireText(judge, at(source, 'claimName'))],
  ['downwardAPI', downward],
  ['projected', projected],
  ['ephemeral', ephemeral],
])

// In which the server looks for a kind; it refuses all but the first.
const order =
  'emptyDir hostPath gitRepo gcePersistentDisk awsElasticBlockStore secret nfs iscsi glusterfs flocker persistentVolumeClaim rbd cinder cephfs quobyte downwardAPI fc flexVolume configMap azureFile vsphereVolume photonPersistentDisk portworxVolume azureDisk storageos projected scaleIO csi ephemeral image'.split(
    ' ',
  )

export interface Around {
  /** Names of volumes that a controller puts in the place of these. */
  readonly replaced: ReadonlySet<string>
  readonly isTemplate: boolean
}

/** Name → kind of each volume that is well formed. */
export function volumes(judge: Judge, list: Place, { replaced, isTemplate }: Around): ReadonlyMap<string, string> {
  const found = new Map<string, string>()
  for (const volume of items(list)) {
    const name = at(volume, 'name')
    if (replaced.has(text(name))) continue
    const kinds = entries(volume)
      .map(([key]) => key)
      .filter((key) => key !== 'name' && isSet(at(volume, key)))
      .sort((a, b) => order.indexOf(a) - order.indexOf(b))
    const [kind = 'emptyDir', ...others] = kinds
    for (const other of others)
      judge.refuse(at(volume, other), { is: 'forbidden', why: `beside ${kind}: a volume is of one kind` })
    const rule = rules.get(kind)
    if (kind === 'image' && judge.minor >= imagesFrom) image(judge, at(volume, kind), isTemplate)
    else if (rule !== undefined) rule(judge, at(volume, kind), { name, isPersistent: false })
    else judge.skip(at(volume, kind))

    if (text(name) === '') judge.refuse(name, { is: 'required' })
    else refuseIf(judge, name, dnsLabelProblem(text(name)))
    if (found.has(text(name))) judge.refuse(name, { is: 'duplicate', value: text(name) })
    found.set(text(name), kind)
  }
  return found
}

function emptyDir(judge: Judge, source: Place): void {
  const limit = at(source, 'sizeLimit')
  const size = amountOf(limit.value)
  if (size !== undefined && size.nano < 0n)
    judge.refuse(limit, { is: 'invalid', value: text(limit), why: 'is below 0' })
}

function filesOf(judge: Judge, source: Place, nameField: string): void {
  requireText(judge, at(source, nameField))
  mode(judge, at(source, 'defaultMode'))
  keysToPaths(judge, at(source, 'items'))
}

function keysToPaths(judge: Judge, list: Place): void {
  for (const item of items(list)) {
    requireText(judge, at(item, 'key'))
    requireText(judge, at(item, 'path'))
    refuseIf(judge, at(item, 'path'), filePathProblem(text(at(item, 'path'))))
    mode(judge, at(item, 'mode'))
  }
}

function filePathProblem(path: string): string | undefined {
  return inPathProblem(path) ?? (path.startsWith('..') ? 'starts with ..' : undefined)
}

function mode(judge: Judge, place: Place): void {
  const value = number(place)
  if (value !== undefined && (value < 0 || value > mostMode)) {
    judge.refuse(place, { is: 'invalid', value: `${value}`, why: 'is no file mode between 0 and 0777' })
  }
}

function downward(judge: Judge, source: Place): void {
  mode(judge, at(source, 'defaultMode'))
  for (const file of items(at(source, 'items'))) {
    requireText(judge, at(file, 'path'))
    refuseIf(judge, at(file, 'path'), filePathProblem(text(at(file, 'path'))))
    mode(judge, at(file, 'mode'))
    const [field, resource] = [at(file, 'fieldRef'), at(file, 'resourceFieldRef')]
    if (isSet(field)) podField(judge, field)
    else if (isSet(resource)) containerField(judge, resource, true)
    else judge.refuse(source, { is: 'required', why: 'fieldRef or resourceFieldRef' })
    if (isSet(field) && isSet(resource))
      judge.refuse(source, { is: 'invalid', value: 'resource', why: 'fieldRef and resourceFieldRef: only one of both' })
  }
}

// Dropped unread: their gates are closed by default (ClusterTrustBundleProjection, PodCertificateRequest).
const dropped = new Set(['clusterTrustBundle', 'podCertificate'])

function projected(judge: Judge, source: Place): void {
  mode(judge, at(source, 'defaultMode'))
  for (const part of items(at(source, 'sources'))) {
    const kinds = entries(part)
      .map(([key]) => key)
      .filter((key) => isSet(at(part, key)) && !dropped.has(key))
    if (kinds.length > 1) judge.refuse(part, { is: 'forbidden', why: `${kinds.join(' and ')}: one source each` })
    for (const kind of kinds) projectedPart(judge, kind, at(part, kind))
  }
  const paths = items(at(source, 'sources'))
    .flatMap(writtenPaths)
    .filter((path) => path !== '')
  for (const twice of new Set(paths.filter((path, index) => paths.indexOf(path) < index)))
    judge.refuse(source, { is: 'duplicate', value: twice })
}

// A token's path is not looked at.
function writtenPaths(part: Place): readonly string[] {
  const lists = ['secret', 'configMap', 'downwardAPI'].flatMap((kind) => items(at(part, kind, 'items')))
  return lists.map((item) => text(at(item, 'path')))
}

function projectedPart(judge: Judge, kind: string, source: Place): void {
  if (kind === 'secret' || kind === 'configMap') {
    requireText(judge, at(source, 'name'))
    keysToPaths(judge, at(source, 'items'))
  } else if (kind === 'downwardAPI') downward(judge, source)
  else if (kind === 'serviceAccountToken') {
    const seconds = number(at(source, 'expirationSeconds'))
    if (seconds !== undefined && (seconds < 600 || seconds > 2 ** 32)) {
      judge.refuse(at(source, 'expirationSeconds'), {
        is: 'invalid',
        value: `${seconds}`,
        why: 'is not between 600 and 4294967296',
      })
    }
    requireText(judge, at(source, 'path'))
    const problem = filePathProblem(text(at(source, 'path')))
    // Before 1.30 a token may lie anywhere.
    if (problem !== undefined && judge.minor >= 30) refuseIf(judge, at(source, 'path'), problem)
  } else judge.skip(source)
}

function ephemeral(judge: Judge, source: Place): void {
  const template = at(source, 'volumeClaimTemplate')
  if (!isSet(template)) return judge.refuse(template, { is: 'required' })
  for (const [field, place] of entries(at(template, 'metadata'))) {
    if (field !== 'labels' && field !== 'annotations')
      judge.refuse(at(template, 'metadata', field), {
        is: 'forbidden',
        why: `the claim takes it from its pod: ${place.step}`,
      })
  }
  labels(judge, at(template, 'metadata', 'labels'))
  annotations(judge, at(template, 'metadata', 'annotations'))
  claimSpec(judge, at(template, 'spec'))
}

// Before, their gate is closed by default.
const imagesFrom = 35

function image(judge: Judge, source: Place, isTemplate: boolean): void {
  if (!isTemplate) requireText(judge, at(source, 'reference'))
  allowOnly(judge, at(source, 'pullPolicy'), ['Always', 'IfNotPresent', 'Never'])
}
