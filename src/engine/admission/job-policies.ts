// When a job gives up, when it is done early, and who runs it.
// Source: k8s.io/kubernetes@v1.36.3 pkg/apis/batch/validation/validation.go:294 (failures), :414 (success), :313 (replacement), :218 (managedBy).
import { dnsSubdomainProblem, qualifiedNameProblem } from '../../kubernetes/names.ts'
import type { Judge } from './judge.ts'
import { at, isSet, items, number, type Place, text } from './place.ts'
import { allowOnly, nonNegative, refuseIf, requireText, tooMany } from './rules.ts'

const mostRules = 20
const mostExitCodes = 255
const mostIndexesLength = 64 * 1024
const mostManagerLength = 63

export function jobPolicies(judge: Judge, spec: Place): void {
  const [failures, success] = [at(spec, 'podFailurePolicy'), at(spec, 'successPolicy')]
  if (isSet(failures)) podFailurePolicy(judge, spec, failures)
  if (isSet(success)) {
    if (text(at(spec, 'completionMode')) === 'Indexed') successPolicy(judge, spec, success)
    else judge.refuse(success, { is: 'invalid', value: '', why: 'goes only with completionMode: Indexed' })
  }
  const replacement = at(spec, 'podReplacementPolicy')
  const allowed = isSet(failures) ? ['Failed'] : ['Failed', 'TerminatingOrFailed']
  if (isSet(replacement) && !allowed.includes(text(replacement)))
    judge.refuse(replacement, { is: 'notOneOf', value: text(replacement), allowed })
  const manager = at(spec, 'managedBy')
  if (isSet(manager)) managedBy(judge, manager)
}

function podFailurePolicy(judge: Judge, spec: Place, policy: Place): void {
  const rules = at(policy, 'rules')
  tooMany(judge, rules, items(rules).length, mostRules)
  const containers = ['containers', 'initContainers'].flatMap((field) => items(at(spec, 'template', 'spec', field)))
  const names = containers.map((container) => text(at(container, 'name')))
  for (const rule of items(rules)) {
    const action = at(rule, 'action')
    requireText(judge, action)
    allowOnly(judge, action, ['Count', 'FailIndex', 'FailJob', 'Ignore'])
    // Before 1.29 such a rule is dropped together with backoffLimitPerIndex.
    if (text(action) === 'FailIndex' && !isSet(at(spec, 'backoffLimitPerIndex')) && judge.minor >= 29)
      refuseIf(judge, action, 'goes only with backoffLimitPerIndex')
    const [codes, conditions] = [at(rule, 'onExitCodes'), at(rule, 'onPodConditions')]
    if (isSet(codes)) exitCodes(judge, codes, names)
    tooMany(judge, conditions, items(conditions).length, mostRules)
    for (const condition of items(conditions)) {
      refuseIf(judge, at(condition, 'type'), qualifiedNameProblem(text(at(condition, 'type'))))
      allowOnly(judge, at(condition, 'status'), ['False', 'True', 'Unknown'])
    }
    const asks = Number(isSet(codes)) + Number(items(conditions).length > 0)
    if (asks !== 1)
      judge.refuse(rule, { is: 'invalid', value: '', why: 'asks for either onExitCodes or onPodConditions' })
  }
}

function exitCodes(judge: Judge, place: Place, names: readonly string[]): void {
  const [operator, container, values] = [at(place, 'operator'), at(place, 'containerName'), at(place, 'values')]
  requireText(judge, operator)
  allowOnly(judge, operator, ['In', 'NotIn'])
  if (isSet(container) && !names.includes(text(container)))
    judge.refuse(container, { is: 'absent', what: 'container', name: text(container), present: names })
  if (items(values).length === 0) judge.refuse(values, { is: 'invalid', value: '', why: 'holds no exit code' })
  else tooMany(judge, values, items(values).length, mostExitCodes)
  const seen = new Set<number>()
  let last = Number.NEGATIVE_INFINITY
  let isOrdered = true
  for (const value of items(values)) {
    const code = number(value) ?? 0
    if (text(operator) === 'In' && code === 0)
      judge.refuse(value, { is: 'invalid', value: '0', why: 'is no failure, and the operator is In' })
    if (seen.has(code)) judge.refuse(value, { is: 'duplicate', value: `${code}` })
    seen.add(code)
    if (last > code) isOrdered = false
    last = code
  }
  if (!isOrdered) judge.refuse(values, { is: 'invalid', value: '', why: 'is not in ascending order' })
}

function successPolicy(judge: Judge, spec: Place, policy: Place): void {
  const rules = at(policy, 'rules')
  if (items(rules).length === 0) judge.refuse(rules, { is: 'required' })
  tooMany(judge, rules, items(rules).length, mostRules)
  const completions = number(at(spec, 'completions')) ?? 0
  // The server stumbles over completions that are not there before it says so.
  if (!isSet(at(spec, 'completions'))) return judge.skip(rules)
  for (const rule of items(rules)) {
    const [count, indexes] = [at(rule, 'succeededCount'), at(rule, 'succeededIndexes')]
    if (!isSet(count) && !isSet(indexes))
      judge.refuse(rule, { is: 'required', why: 'succeededCount or succeededIndexes' })
    let total = 0
    if (isSet(indexes)) {
      tooMany(judge, indexes, text(indexes).length, mostIndexesLength)
      const found = indexesOf(text(indexes), completions)
      if (typeof found === 'string') refuseIf(judge, indexes, found)
      else total = found
    }
    nonNegative(judge, count)
    const wanted = number(count) ?? 0
    if (wanted > completions)
      judge.refuse(count, { is: 'invalid', value: `${wanted}`, why: `is above the ${completions} completions` })
    if (isSet(indexes) && wanted > total)
      judge.refuse(count, { is: 'invalid', value: `${wanted}`, why: `is above the ${total} indexes` })
  }
}

/** How many indexes `1,3-5` names, each below `completions`; what is wrong with it, in words. */
function indexesOf(written: string, completions: number): number | string {
  let last: number | undefined
  let total = 0
  for (const interval of written === '' ? [] : written.split(',')) {
    const [from, to, ...more] = interval.split('-')
    const [first, end] = [wholeOf(from), to === undefined ? wholeOf(from) : wholeOf(to)]
    if (more.length > 0 || first === undefined || end === undefined) return `holds ${interval}, which is no interval`
    if (first >= completions || end >= completions) return `goes beyond the ${completions} completions`
    if ((to !== undefined && first >= end) || (last !== undefined && last >= first)) return 'is not in ascending order'
    total += end - first + 1
    last = end
  }
  return total
}

function wholeOf(written: string | undefined): number | undefined {
  return written !== undefined && /^\+?[0-9]{1,18}$/.test(written) ? Number(written) : undefined
}

function managedBy(judge: Judge, place: Place): void {
  const name = text(place)
  if (name === '') return judge.refuse(place, { is: 'required' })
  const slash = name.indexOf('/')
  const [host, path] = [name.slice(0, slash), name.slice(slash + 1)]
  if (slash <= 0 || path === '') refuseIf(judge, place, 'is no path behind a domain, as in example.com/queue')
  else {
    refuseIf(judge, place, dnsSubdomainProblem(host))
    if (!/^[A-Za-z0-9/\-._~%!$&'()*+,;=:]+$/.test(path)) refuseIf(judge, place, 'holds what no path may hold')
  }
  tooMany(judge, place, name.length, mostManagerLength)
}
