// Deployment, ReplicaSet, StatefulSet and DaemonSet.
// Source: k8s.io/kubernetes@v1.36.3 pkg/apis/apps/validation/validation.go.

import { intOrPercentProblem, percentOf } from '../../kubernetes/intstr.ts'
import { dnsLabelProblem } from '../../kubernetes/names.ts'
import { matchesLabels, sayLabelSelector } from '../../kubernetes/selector.ts'
import type { LabelSelector } from '../../kubernetes/types.ts'
import { fieldsOf, textsOf } from '../pods/untrusted.ts'
import { claimSpec } from './claims.ts'
import type { Judge } from './judge.ts'
import { at, entries, isSet, items, named, number, type Place, text } from './place.ts'
import { podTemplate } from './pod-spec.ts'
import { allowOnly, isReadable, labelSelector, nonNegative, refuseIf } from './rules.ts'

export function deployment(judge: Judge, root: Place): void {
  const spec = at(root, 'spec')
  for (const field of ['replicas', 'minReadySeconds', 'revisionHistoryLimit', 'progressDeadlineSeconds'])
    nonNegative(judge, at(spec, field))
  selectsItsPods(judge, spec)
  podTemplate(judge, at(spec, 'template'))
  staysUp(judge, spec)
  sharedDisks(judge, spec, number(at(spec, 'replicas')) ?? 1)
  const [ready, deadline] = [
    number(at(spec, 'minReadySeconds')) ?? 0,
    number(at(spec, 'progressDeadlineSeconds')) ?? 600,
  ]
  if (deadline <= ready) {
    judge.refuse(at(spec, 'progressDeadlineSeconds'), {
      is: 'invalid',
      value: `${deadline}`,
      why: `is not above minReadySeconds, ${ready}`,
    })
  }
  deploymentStrategy(judge, at(spec, 'strategy'))
}

function deploymentStrategy(judge: Judge, strategy: Place): void {
  const [type, rolling] = [at(strategy, 'type'), at(strategy, 'rollingUpdate')]
  const allowed = ['Recreate', 'RollingUpdate']
  if (text(type) !== '' && !allowed.includes(text(type)))
    return judge.refuse(strategy, { is: 'notOneOf', value: text(type), allowed })
  if (text(type) === 'Recreate') {
    if (isSet(rolling)) judge.refuse(rolling, { is: 'forbidden', why: 'where the type is Recreate' })
    return
  }
  const [unavailable, surge] = [at(rolling, 'maxUnavailable'), at(rolling, 'maxSurge')]
  shareOf(judge, unavailable, '100%')
  shareOf(judge, surge)
  if (isZero(unavailable) && isZero(surge)) {
    judge.refuse(unavailable, {
      is: 'invalid',
      value: say(unavailable),
      why: 'is 0 beside maxSurge 0: no pod could ever be replaced',
    })
  }
}

export function replicaSet(judge: Judge, root: Place): void {
  const spec = at(root, 'spec')
  for (const field of ['replicas', 'minReadySeconds']) nonNegative(judge, at(spec, field))
  selectsItsPods(judge, spec)
  podTemplate(judge, at(spec, 'template'))
  staysUp(judge, spec)
  sharedDisks(judge, spec, number(at(spec, 'replicas')) ?? 1)
}

export function statefulSet(judge: Judge, root: Place): void {
  const spec = at(root, 'spec')
  for (const field of ['replicas', 'minReadySeconds']) nonNegative(judge, at(spec, field))
  nonNegative(judge, at(spec, 'ordinals', 'start'))
  allowOnly(judge, at(spec, 'podManagementPolicy'), ['OrderedReady', 'Parallel'])
  const service = at(spec, 'serviceName')
  if (text(service) !== '' && judge.minor >= 34) refuseIf(judge, service, dnsLabelProblem(text(service)))
  const retention = at(spec, 'persistentVolumeClaimRetentionPolicy')
  for (const when of ['whenDeleted', 'whenScaled']) allowOnly(judge, at(retention, when), ['Retain', 'Delete'])
  statefulStrategy(judge, at(spec, 'updateStrategy'))

  const templates = items(at(spec, 'volumeClaimTemplates'))
  if (templates.length > 0 && judge.minor >= 34)
    for (const [index, template] of templates.entries()) claimTemplate(judge, template, index)
  selectsItsPods(judge, spec)
  // Before 1.34 the server takes the StatefulSet, and refuses each of its pods.
  podTemplate(
    judge,
    withoutHost(at(spec, 'template')),
    templates.map((template) => text(at(template, 'metadata', 'name'))),
  )
  staysUp(judge, spec)
}

// The controller gives each pod a host name of its own, so the server does not read these.
function withoutHost(template: Place): Place {
  const { hostname: _, subdomain: __, ...spec } = fieldsOf(at(template, 'spec').value)
  return { ...template, value: { ...fieldsOf(template.value), spec } }
}

// The claim's name is that of a volume too, and there the server finds its faults.
function claimTemplate(judge: Judge, template: Place, index: number): void {
  claimSpec(judge, at(template, 'spec'))
  const name = at(template, 'metadata', 'name')
  const volume = named(name, `spec.template.spec.volumes[${index}].name`)
  if (text(name) === '') judge.refuse(volume, { is: 'required' })
  else refuseIf(judge, volume, dnsLabelProblem(text(name)))
}

function statefulStrategy(judge: Judge, strategy: Place): void {
  const [type, rolling] = [text(at(strategy, 'type')), at(strategy, 'rollingUpdate')]
  const allowed = ['RollingUpdate', 'OnDelete']
  if (type !== '' && !allowed.includes(type)) judge.refuse(strategy, { is: 'notOneOf', value: type, allowed })
  if (type === 'OnDelete' && isSet(rolling))
    judge.refuse(rolling, { is: 'invalid', value: '', why: 'goes only with RollingUpdate' })
  if (type === 'OnDelete') return
  // Its maxUnavailable is dropped unread: the gate MaxUnavailableStatefulSet is closed by default up to 1.36.
  nonNegative(judge, at(rolling, 'partition'))
}

export function daemonSet(judge: Judge, root: Place): void {
  const spec = at(root, 'spec')
  for (const field of ['minReadySeconds', 'revisionHistoryLimit']) nonNegative(judge, at(spec, field))
  // Without a selector the server looks at the labels first.
  if (isSet(at(spec, 'selector'))) selectsItsPods(judge, spec)
  else
    judge.refuse(named(at(spec, 'selector'), 'spec.template.metadata.labels'), {
      is: 'required',
      why: 'spec.selector, which takes them',
    })
  podTemplate(judge, at(spec, 'template'))
  staysUp(judge, spec)
  sharedDisks(judge, spec, Number.POSITIVE_INFINITY)
  const strategy = at(spec, 'updateStrategy')
  const allowed = ['RollingUpdate', 'OnDelete']
  const type = text(at(strategy, 'type'))
  if (type !== '' && !allowed.includes(type)) judge.refuse(strategy, { is: 'notOneOf', value: type, allowed })
  if (type === 'OnDelete') return

  const [unavailable, surge] = [
    at(strategy, 'rollingUpdate', 'maxUnavailable'),
    at(strategy, 'rollingUpdate', 'maxSurge'),
  ]
  shareOf(judge, unavailable, '100%')
  shareOf(judge, surge, '100%')
  // Absent, maxUnavailable is 1 and maxSurge 0.
  const surges = isSet(surge) && !isZero(surge)
  if (surges && !isZero(unavailable))
    judge.refuse(surge, { is: 'invalid', value: say(surge), why: 'is above 0 beside a maxUnavailable above 0' })
  if (!surges && isZero(unavailable)) judge.refuse(unavailable, { is: 'required', why: 'above 0 where maxSurge is 0' })
}

// The controller could not find its own pods again.
function selectsItsPods(judge: Judge, spec: Place): void {
  const selector = at(spec, 'selector')
  if (!isSet(selector)) return judge.refuse(selector, { is: 'required' })
  labelSelector(judge, selector)
  if (entries(at(selector, 'matchLabels')).length + items(at(selector, 'matchExpressions')).length === 0) {
    return judge.refuse(selector, { is: 'invalid', value: '{}', why: 'is empty' })
  }
  const labels = at(spec, 'template', 'metadata', 'labels')
  const own = textsOf(labels.value)
  // An empty member is refused already, and selects nothing.
  if (items(at(selector, 'matchExpressions')).some((requirement) => !isSet(requirement))) return
  const wanted = selector.value as LabelSelector
  if (matchesLabels(wanted, own) || !isReadable(selector)) return
  const says = sayLabelSelector({ matchLabels: own })
  judge.refuse(labels, {
    is: 'mismatch',
    selector: sayLabelSelector(wanted),
    labels: says === 'every pod' ? 'no labels' : says,
  })
}

function staysUp(judge: Judge, spec: Place): void {
  const [policy, deadline] = [
    at(spec, 'template', 'spec', 'restartPolicy'),
    at(spec, 'template', 'spec', 'activeDeadlineSeconds'),
  ]
  if (['OnFailure', 'Never'].includes(text(policy)))
    judge.refuse(policy, { is: 'notOneOf', value: text(policy), allowed: ['Always'] })
  if (isSet(deadline)) judge.refuse(deadline, { is: 'forbidden', why: 'only jobs end' })
}

// Until 1.28 (the gate SkipReadOnlyValidationGCE); a DaemonSet may have any number of pods.
function sharedDisks(judge: Judge, spec: Place, pods: number): void {
  const disks = items(at(spec, 'template', 'spec', 'volumes')).map((volume) => at(volume, 'gcePersistentDisk'))
  for (const disk of disks.filter((each) => isSet(each) && at(each, 'readOnly').value !== true))
    if (pods > 1 && judge.minor < 29) refuseIf(judge, at(disk, 'readOnly'), 'is not true, and pods share the disk', '')
}

/** A number or a percentage, where there is one. */
export function shareOf(judge: Judge, place: Place, most?: '100%'): void {
  if (isSet(place)) refuseIf(judge, place, intOrPercentProblem(place.value, most), '')
}

function isZero(place: Place): boolean {
  return place.value === 0 || percentOf(place.value) === 0
}

function say(place: Place): string {
  return String(place.value)
}
