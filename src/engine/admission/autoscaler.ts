// HorizontalPodAutoscalers.
// Source: k8s.io/kubernetes@v1.36.3 pkg/apis/autoscaling/validation/validation.go:56, pkg/apis/autoscaling/v2/defaults.go:74.
import { dnsLabelProblem } from '../../kubernetes/names.ts'
import type { Judge } from './judge.ts'
import { pathSegmentProblem } from './metadata.ts'
import { amountAt, at, isSet, items, number, type Place, text } from './place.ts'
import { containerResourceProblem } from './resource-names.ts'
import { atLeast, refuseIf, requireText } from './rules.ts'

export function autoscaler(judge: Judge, root: Place): void {
  const spec = at(root, 'spec')
  const [min, max] = [at(spec, 'minReplicas'), at(spec, 'maxReplicas')]
  atLeast(judge, min, 1)
  const most = number(max) ?? 0
  if (most === 0) judge.refuse(max, { is: 'required', why: 'a number above 0' })
  else atLeast(judge, max, 1)
  if (isSet(min) && most < (number(min) ?? 0))
    judge.refuse(max, { is: 'invalid', value: `${most}`, why: `is below minReplicas ${number(min)}` })
  reference(judge, at(spec, 'scaleTargetRef'), false)
  for (const metric of items(at(spec, 'metrics'))) metricSpec(judge, metric)
  if (number(min) === 0) needsOutsideMetric(judge, at(spec, 'metrics'))
  for (const way of ['scaleUp', 'scaleDown']) scalingRules(judge, at(spec, 'behavior', way))
}

function needsOutsideMetric(judge: Judge, metrics: Place): void {
  const types = items(metrics).map((metric) => text(at(metric, 'type')))
  if (!types.includes('Object') && !types.includes('External'))
    judge.refuse(metrics, { is: 'forbidden', why: 'scaling to 0 needs an Object or External metric' })
}

function reference(judge: Judge, place: Place, mayBeCore: boolean): void {
  const version = at(place, 'apiVersion')
  for (const field of ['kind', 'name']) {
    requireText(judge, at(place, field))
    refuseIf(judge, at(place, field), pathSegmentProblem(text(at(place, field))))
  }
  const parts = text(version).split('/')
  const needsGroup = !mayBeCore && text(at(place, 'kind')) !== 'ReplicationController'
  const isWrong = parts.length > 2 || (needsGroup && (parts.length < 2 || parts[0] === ''))
  // Before 1.34 nobody looks at the version, and such an autoscaler finds nothing that it could scale.
  if (!isWrong || judge.minor < 34) return
  if (parts.length > 2) refuseIf(judge, version, 'is no group and version')
  else refuseIf(judge, version, 'names no API group', text(version))
}

const sources: ReadonlyMap<string, string> = new Map([
  ['Object', 'object'],
  ['External', 'external'],
  ['Pods', 'pods'],
  ['Resource', 'resource'],
  ['ContainerResource', 'containerResource'],
])

// Only the first source that is set is looked into; in the order of the map.
function metricSpec(judge: Judge, metric: Place): void {
  const type = at(metric, 'type')
  if (text(type) === '') judge.refuse(type, { is: 'required' })
  const wanted = sources.get(text(type))
  if (wanted === undefined)
    judge.refuse(type, { is: 'notOneOf', value: text(type), allowed: [...sources.keys()].sort() })
  const present = [...sources.values()].filter((field) => isSet(at(metric, field)))
  const [first] = present
  if (first !== undefined) metricSource(judge, first, at(metric, first))
  if (wanted !== undefined && !present.includes(wanted)) judge.refuse(at(metric, wanted), { is: 'required' })
  if (present.length === 1) return
  for (const other of present)
    if (other !== wanted) judge.refuse(at(metric, other), { is: 'forbidden', why: 'a metric has one source' })
}

function metricSource(judge: Judge, field: string, place: Place): void {
  const target = at(place, 'target')
  metricTarget(judge, target)
  const [value, average, utilization] = ['value', 'averageValue', 'averageUtilization'].map((name) =>
    at(target, name),
  ) as [Place, Place, Place]
  if (field === 'resource' || field === 'containerResource') {
    resourceSource(judge, field, place)
    if (!isSet(utilization) && !isSet(average)) judge.refuse(utilization, { is: 'required', why: 'or an averageValue' })
    if (isSet(utilization) && isSet(average))
      judge.refuse(average, { is: 'forbidden', why: 'averageUtilization is set as well' })
    return
  }
  const name = at(place, 'metric', 'name')
  requireText(judge, name)
  refuseIf(judge, name, pathSegmentProblem(text(name)))
  if (field === 'object') reference(judge, at(place, 'describedObject'), true)
  const isMissing = field === 'pods' ? !isSet(average) : !isSet(value) && !isSet(average)
  if (isMissing) judge.refuse(average, { is: 'required', ...(field === 'pods' ? {} : { why: 'or a value' }) })
  if (field === 'external' && isSet(value) && isSet(average))
    judge.refuse(value, { is: 'forbidden', why: 'averageValue is set as well' })
}

function resourceSource(judge: Judge, field: string, place: Place): void {
  const [name, container] = [at(place, 'name'), at(place, 'container')]
  requireText(judge, name)
  if (field === 'resource') return
  if (text(name) !== '') refuseIf(judge, name, containerResourceProblem(text(name)))
  requireText(judge, container)
  if (text(container) !== '') refuseIf(judge, container, dnsLabelProblem(text(container)))
}

function metricTarget(judge: Judge, target: Place): void {
  const type = at(target, 'type')
  if (text(type) === '') judge.refuse(type, { is: 'required' })
  if (!['Utilization', 'Value', 'AverageValue'].includes(text(type)))
    refuseIf(judge, type, 'is none of Utilization, Value, AverageValue', text(type))
  for (const field of ['value', 'averageValue']) {
    const amount = at(target, field)
    const quantity = isSet(amount) ? amountAt(amount) : undefined
    if (quantity !== undefined && quantity.nano <= 0n) refuseIf(judge, amount, 'is not above 0')
  }
  atLeast(judge, at(target, 'averageUtilization'), 1)
}

const longestWindowSeconds = 3600
const longestPeriodSeconds = 1800

// What is left out is filled in before (pkg/apis/autoscaling/v2/defaults.go:93); a list that is written empty is not.
function scalingRules(judge: Judge, rules: Place): void {
  if (!isSet(rules)) return
  const [window, select, policies] = ['stabilizationWindowSeconds', 'selectPolicy', 'policies'].map((name) =>
    at(rules, name),
  ) as [Place, Place, Place]
  atLeast(judge, window, 0)
  if ((number(window) ?? 0) > longestWindowSeconds) refuseIf(judge, window, `is above ${longestWindowSeconds}`)
  const selects = ['Disabled', 'Max', 'Min']
  if (isSet(select) && !selects.includes(text(select)))
    judge.refuse(select, { is: 'notOneOf', value: text(select), allowed: selects })
  if (isSet(policies) && items(policies).length === 0) judge.refuse(policies, { is: 'required' })
  for (const policy of items(policies)) scalingPolicy(judge, policy)
  const tolerance = at(rules, 'tolerance')
  const amount = isSet(tolerance) ? amountAt(tolerance) : undefined
  if (amount !== undefined && amount.nano < 0n) refuseIf(judge, tolerance, 'is below 0')
}

function scalingPolicy(judge: Judge, policy: Place): void {
  const [type, period] = [at(policy, 'type'), at(policy, 'periodSeconds')]
  const types = ['Percent', 'Pods']
  if (!types.includes(text(type))) judge.refuse(type, { is: 'notOneOf', value: text(type), allowed: types })
  for (const place of [at(policy, 'value'), period])
    if ((number(place) ?? 0) <= 0) refuseIf(judge, place, 'is not above 0', `${number(place) ?? 0}`)
  if ((number(period) ?? 0) > longestPeriodSeconds) refuseIf(judge, period, `is above ${longestPeriodSeconds}`)
}
