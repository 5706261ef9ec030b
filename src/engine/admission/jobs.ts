// Job and CronJob.
// Source: k8s.io/kubernetes@v1.36.3 pkg/apis/batch/validation/validation.go.
import { readCron } from '../../kubernetes/cron.ts'
import { dnsLabelProblem, labelValueProblem } from '../../kubernetes/names.ts'
import { matchesLabels } from '../../kubernetes/selector.ts'
import type { LabelSelector } from '../../kubernetes/types.ts'
import { fieldsOf, textsOf } from '../pods/untrusted.ts'
import { jobPolicies } from './job-policies.ts'
import type { Judge } from './judge.ts'
import { at, fieldOf, isSet, named, number, type Place, text } from './place.ts'
import { podTemplate } from './pod-spec.ts'
import { allowOnly, allowSet, isReadable, labelSelector, nonNegative, refuseIf } from './rules.ts'

export function job(judge: Judge, root: Place): void {
  const spec = withDefaults(at(root, 'spec'))
  // Its selector is generated; one of its own needs labels that only manualSelector allows.
  if (at(spec, 'manualSelector').value === true) ownSelector(judge, spec)
  else generated(judge, spec, text(at(root, 'metadata', 'name')))
  jobSpec(judge, spec)
  indexedName(judge, at(root, 'metadata', 'name'), spec)
  // The name becomes a label of the pods (pkg/registry/batch/job/strategy.go:250).
  const name = at(root, 'metadata', 'name')
  if (at(spec, 'manualSelector').value === true || text(name) === '') return
  refuseIf(judge, named(name, 'spec.template.labels'), labelValueProblem(text(name)))
}

// A job that says neither how often nor how many at once runs once; one that a CronJob makes is judged before it is a job
// (pkg/apis/batch/v1/defaults.go:37).
function withDefaults(spec: Place): Place {
  if (isSet(at(spec, 'completions')) || isSet(at(spec, 'parallelism'))) return spec
  return { ...spec, value: { ...fieldsOf(spec.value), completions: 1, parallelism: 1 } }
}

const prefixed = 'batch.kubernetes.io/'
// Nobody can write what the server makes up afterwards.
const unknownUid = '\u0000'

/**
 * The server adds labels of the name and the uid to the pods and one to the selector, and refuses what contradicts them
 * (pkg/registry/batch/job/strategy.go:241, pkg/apis/batch/validation/validation.go:101).
 */
function generated(judge: Judge, spec: Place, name: string): void {
  const [selector, labels] = [at(spec, 'selector'), at(spec, 'template', 'metadata', 'labels')]
  const added = new Map(
    ['', prefixed].flatMap((prefix) => [
      [`${prefix}job-name`, name] as const,
      [`${prefix}controller-uid`, unknownUid] as const,
    ]),
  )
  for (const [label, value] of added) {
    const written = at(labels, label)
    if (written.value !== undefined && text(written) !== value)
      judge.refuse(named(written, `${fieldOf(labels)}[${label}]`), {
        is: 'invalid',
        value: text(written),
        why: `is not the ${label} that is generated`,
      })
  }
  if (!isSet(selector)) return
  labelSelector(judge, selector)
  if (!isReadable(selector)) return
  const wanted = fieldsOf(selector.value) as LabelSelector
  const made = Object.fromEntries(added)
  if (!matchesLabels(wanted, made))
    judge.refuse(selector, {
      is: 'invalid',
      value: '',
      why: 'is generated, and asks for labels that the server does not add',
    })
  if (!matchesLabels(wanted, { ...made, ...textsOf(labels.value) }))
    judge.refuse(labels, { is: 'invalid', value: '', why: 'are not those that the selector takes' })
}

function ownSelector(judge: Judge, spec: Place): void {
  const [selector, labels] = [at(spec, 'selector'), at(spec, 'template', 'metadata', 'labels')]
  if (!isSet(selector)) judge.refuse(selector, { is: 'required', why: 'where manualSelector is true' })
  else labelSelector(judge, selector)
  const wanted = fieldsOf(selector.value) as LabelSelector
  if (isSet(selector) && (!isReadable(selector) || matchesLabels(wanted, textsOf(labels.value)))) return
  judge.refuse(labels, { is: 'invalid', value: '', why: 'are not those that the selector takes' })
}

// The pods of an indexed job are hosts named after it.
function indexedName(judge: Judge, name: Place, spec: Place): void {
  const completions = number(at(spec, 'completions')) ?? 0
  if (text(at(spec, 'completionMode')) !== 'Indexed' || completions < 1) return
  refuseIf(judge, name, dnsLabelProblem(`${text(name)}-${completions - 1}`))
}

// Before 1.29 a schedule might name its zone itself, where the field does not.
function withoutZone(judge: Judge, schedule: Place, field: Place): string {
  const written = text(schedule)
  const isTaken = written.includes('TZ') && !isSet(field) && judge.minor < 29
  return isTaken ? written.replace(/^(CRON_)?TZ=\S+ +/, '') : written
}

export function cronJob(judge: Judge, root: Place): void {
  const spec = at(root, 'spec')
  const schedule = at(spec, 'schedule')
  if (text(schedule) === '') judge.refuse(schedule, { is: 'required' })
  else {
    const cron = readCron(withoutZone(judge, schedule, at(spec, 'timeZone')))
    if ('problem' in cron)
      judge.refuse(schedule, { is: 'invalid', value: text(schedule), why: `is no schedule: ${cron.problem}` })
  }
  for (const field of ['startingDeadlineSeconds', 'successfulJobsHistoryLimit', 'failedJobsHistoryLimit'])
    nonNegative(judge, at(spec, field))
  const zone = at(spec, 'timeZone')
  if (isSet(zone)) refuseIf(judge, zone, timeZoneProblem(text(zone)))
  allowOnly(judge, at(spec, 'concurrencyPolicy'), ['Allow', 'Forbid', 'Replace'])
  const template = at(spec, 'jobTemplate', 'spec')
  jobSpec(judge, template)
  if (isSet(at(template, 'selector')))
    judge.refuse(at(template, 'selector'), { is: 'invalid', value: '', why: 'is generated for each run' })
  if (at(template, 'manualSelector').value === true)
    judge.refuse(at(template, 'manualSelector'), { is: 'notOneOf', value: 'true', allowed: ['false'] })
}

function jobSpec(judge: Judge, spec: Place): void {
  for (const field of [
    'parallelism',
    'completions',
    'activeDeadlineSeconds',
    'backoffLimit',
    'ttlSecondsAfterFinished',
    'backoffLimitPerIndex',
    'maxFailedIndexes',
  ]) {
    nonNegative(judge, at(spec, field))
  }
  indexed(judge, spec)
  jobPolicies(judge, spec)
  podTemplate(judge, at(spec, 'template'))
  const policy = at(spec, 'template', 'spec', 'restartPolicy')
  if (text(policy) === '' || text(policy) === 'Always')
    judge.refuse(policy, { is: 'required', why: 'OnFailure or Never: a job ends' })
  else if (text(policy) !== 'Never' && isSet(at(spec, 'podFailurePolicy')))
    refuseIf(judge, policy, 'is not Never, and podFailurePolicy goes with nothing else')
}

function indexed(judge: Judge, spec: Place): void {
  const mode = at(spec, 'completionMode')
  const bound = at(spec, 'maxFailedIndexes')
  if (isSet(bound) && !isSet(at(spec, 'backoffLimitPerIndex')))
    judge.refuse(at(spec, 'backoffLimitPerIndex'), { is: 'required', why: 'beside maxFailedIndexes' })
  allowSet(judge, mode, ['NonIndexed', 'Indexed'])
  if (text(mode) === 'Indexed') {
    if (!isSet(at(spec, 'completions')))
      judge.refuse(at(spec, 'completions'), { is: 'required', why: 'where completionMode is Indexed' })
    const parallelism = number(at(spec, 'parallelism')) ?? 0
    if (parallelism > 100_000)
      judge.refuse(at(spec, 'parallelism'), { is: 'invalid', value: `${parallelism}`, why: 'is above 100000' })
    failedIndexes(judge, spec)
    return
  }
  for (const field of ['backoffLimitPerIndex', 'maxFailedIndexes']) {
    const place = at(spec, field)
    if (isSet(place))
      judge.refuse(place, { is: 'invalid', value: `${number(place)}`, why: 'goes only with completionMode: Indexed' })
  }
}

// Many completions are allowed with narrow bounds only.
function failedIndexes(judge: Judge, spec: Place): void {
  const [bound, completions] = [at(spec, 'maxFailedIndexes'), number(at(spec, 'completions'))]
  const value = number(bound)
  const refuse = (place: Place, found: number, why: string) =>
    judge.refuse(place, { is: 'invalid', value: `${found}`, why })
  if (value !== undefined && completions !== undefined && value > completions)
    refuse(bound, value, `is above the ${completions} completions`)
  if (value !== undefined && value > 100_000) refuse(bound, value, 'is above 100000')
  if (completions === undefined || completions <= 100_000 || !isSet(at(spec, 'backoffLimitPerIndex'))) return
  const why = 'where there are more than 100000 completions'
  if (value === undefined) judge.refuse(bound, { is: 'required', why })
  else if (value > 10_000) refuse(bound, value, `is above 10000, ${why}`)
  const parallelism = number(at(spec, 'parallelism'))
  if (parallelism !== undefined && parallelism > 10_000)
    refuse(at(spec, 'parallelism'), parallelism, `is above 10000, ${why}`)
}

// The server looks the name up in its time zone files, where upper and lower case count.
function timeZoneProblem(zone: string): string | undefined {
  if (zone === '') return 'is empty'
  const isName = zone
    .split('/')
    .every((part) => /^[A-Za-z_.0-9+-]{1,14}$/.test(part) && part !== '.' && part !== '..' && !part.startsWith('-'))
  if (!isName || !/^[A-Z]/i.test(zone)) return 'is no time zone'
  if (zone.toLowerCase() === 'local') return 'is no time zone that means the same everywhere'
  // Asking for the zones of the world takes longer than all else; the commonest needs no asking.
  if (zone === 'UTC' || zone === 'Etc/UTC') return undefined
  try {
    const known = new Intl.DateTimeFormat('en', { timeZone: zone }).resolvedOptions().timeZone
    return known !== zone && known.toLowerCase() === zone.toLowerCase() ? `is no time zone, ${known} is` : undefined
  } catch {
    return 'is no time zone'
  }
}
