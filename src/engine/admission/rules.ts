// The small rules that the larger ones are made of.
// Source: k8s.io/kubernetes@v1.36.3 pkg/apis/core/validation/validation.go:368 to :395; k8s.io/apimachinery util/validation.
import { labelValueProblem, portNameProblem, qualifiedNameProblem } from '../../kubernetes/names.ts'
import { type Judge, judgeFor } from './judge.ts'
import { at, entries, isSet, items, number, type Place, text } from './place.ts'

/** Refuses an empty text. */
export function requireText(judge: Judge, place: Place): void {
  if (text(place) === '') judge.refuse(place, { is: 'required' })
}

/** Refuses a text that is none of the allowed ones; an empty one is left to the default. */
export function allowOnly(judge: Judge, place: Place, allowed: readonly string[]): void {
  const value = text(place)
  if (value !== '' && !allowed.includes(value)) judge.refuse(place, { is: 'notOneOf', value, allowed })
}

/** As `allowOnly`, where an empty text is no way to leave the field to its default. */
export function allowSet(judge: Judge, place: Place, allowed: readonly string[]): void {
  if (isSet(place) && !allowed.includes(text(place)))
    judge.refuse(place, { is: 'notOneOf', value: text(place), allowed })
}

/** Refuses with the reason, where there is one. */
export function refuseIf(judge: Judge, place: Place, why: string | undefined, value = say(place.value)): void {
  if (why !== undefined) judge.refuse(place, { is: 'invalid', value, why })
}

export function atLeast(judge: Judge, place: Place, least: number): void {
  const value = number(place)
  if (value !== undefined && value < least)
    judge.refuse(place, { is: 'invalid', value: say(value), why: `is below ${least}` })
}

export function nonNegative(judge: Judge, place: Place): void {
  atLeast(judge, place, 0)
}

/** Refuses more than so many; `what` names them where the field does not. */
export function tooMany(judge: Judge, place: Place, count: number, most: number, what?: string): void {
  if (count <= most) return
  judge.refuse(place, { is: 'invalid', value: `${count}`, why: `is more than ${most}${what ? ` ${what}` : ''}` })
}

/** A whole number in a range that excludes 0, which the server takes an absent one for: nobody wrote that, so it is missing. */
export function between(judge: Judge, place: Place, from: number, to: number): void {
  const value = number(place) ?? 0
  if (value >= from && value <= to) return
  const isWritten = isSet(place)
  judge.refuse(
    place,
    isWritten
      ? { is: 'invalid', value: say(value), why: `is not between ${from} and ${to}` }
      : { is: 'required', why: `a number from ${from} to ${to}` },
  )
}

/** A whole number from 0 to 255; 0 where there is none. */
export function inByte(judge: Judge, place: Place): void {
  const value = number(place) ?? 0
  if (value < 0 || value > 255)
    judge.refuse(place, { is: 'invalid', value: say(value), why: 'is not between 0 and 255' })
}

export function portNumber(judge: Judge, place: Place): void {
  between(judge, place, 1, 65535)
}

/** A port by number or by name; a number in quotes is a name, and no valid one. */
export function portNumberOrName(judge: Judge, place: Place): void {
  if (typeof place.value === 'string') refuseIf(judge, place, portNameProblem(place.value))
  else portNumber(judge, place)
}

export function labels(judge: Judge, place: Place): void {
  for (const [key, label] of entries(place)) {
    refuseIf(judge, place, qualifiedNameProblem(key), key)
    refuseIf(judge, place, labelValueProblem(text(label)), text(label))
  }
}

/** A label selector, if there is one. */
export function labelSelector(judge: Judge, selector: Place): void {
  labels(judge, at(selector, 'matchLabels'))
  for (const requirement of items(at(selector, 'matchExpressions'))) {
    const [operator, values] = [at(requirement, 'operator'), at(requirement, 'values')]
    valuesFor(judge, operator, values, [])
    refuseIf(judge, at(requirement, 'key'), qualifiedNameProblem(text(at(requirement, 'key'))))
    for (const value of items(values)) refuseIf(judge, value, labelValueProblem(text(value)))
  }
}

/** Whether a selector is refused in no part: what another one selects is not asked. */
export function isReadable(selector: Place): boolean {
  const trial = judgeFor(0)
  labelSelector(trial, selector)
  return trial.refused.length === 0
}

/** Whether the operator is known, and takes as many values as there are. */
export function valuesFor(judge: Judge, operator: Place, values: Place, comparing: readonly string[]): void {
  const name = text(operator)
  const count = items(values).length
  if (name === 'In' || name === 'NotIn') {
    if (count === 0) judge.refuse(values, { is: 'required', why: `${name} needs a value` })
  } else if (name === 'Exists' || name === 'DoesNotExist') {
    if (count > 0) judge.refuse(values, { is: 'forbidden', why: `${name} takes no values` })
  } else if (comparing.includes(name)) {
    if (count !== 1) judge.refuse(values, { is: 'required', why: `${name} needs exactly one value` })
  } else
    judge.refuse(operator, {
      is: 'notOneOf',
      value: name,
      allowed: ['In', 'NotIn', 'Exists', 'DoesNotExist', ...comparing],
    })
}

/** At most one of the fields may be set; which ones are. */
export function setAmong(place: Place, names: readonly string[]): readonly Place[] {
  return names.map((name) => at(place, name)).filter(isSet)
}

function say(value: unknown): string {
  if (typeof value === 'string') return value
  return value === undefined ? '' : JSON.stringify(value)
}
