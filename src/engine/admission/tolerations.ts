// Tolerations of pods, taints of nodes.
// Source: k8s.io/kubernetes@v1.36.3 pkg/apis/core/validation/validation.go, ValidateTolerations, validateNodeTaints.
import { labelValueProblem, qualifiedNameProblem } from '../../kubernetes/names.ts'
import type { Judge } from './judge.ts'
import { at, isSet, items, type Place, text } from './place.ts'
import { allowOnly, refuseIf } from './rules.ts'

const effects = ['NoSchedule', 'PreferNoSchedule', 'NoExecute']

export function tolerations(judge: Judge, list: Place): void {
  for (const toleration of items(list)) {
    const [key, operator, value, effect] = ['key', 'operator', 'value', 'effect'].map((field) =>
      at(toleration, field),
    ) as [Place, Place, Place, Place]
    const how = text(operator)
    if (text(key) !== '') refuseIf(judge, key, qualifiedNameProblem(text(key)))
    else if (how !== 'Exists')
      judge.refuse(operator, { is: 'invalid', value: how, why: 'must be Exists where there is no key' })
    if (isSet(at(toleration, 'tolerationSeconds')) && text(effect) !== 'NoExecute') {
      judge.refuse(effect, {
        is: 'invalid',
        value: text(effect),
        why: 'must be NoExecute where there are tolerationSeconds',
      })
    }
    if (how === '' || how === 'Equal') refuseIf(judge, operator, labelValueProblem(text(value)), text(value))
    else if (how !== 'Exists') judge.refuse(operator, { is: 'notOneOf', value: how, allowed: ['Equal', 'Exists'] })
    else if (text(value) !== '')
      judge.refuse(operator, { is: 'invalid', value: text(value), why: 'is a value, and Exists takes none' })
    allowOnly(judge, effect, effects)
  }
}

export function taints(judge: Judge, list: Place): void {
  const seen = new Set<string>()
  for (const taint of items(list)) {
    const [key, effect] = [text(at(taint, 'key')), text(at(taint, 'effect'))]
    refuseIf(judge, at(taint, 'key'), qualifiedNameProblem(key))
    refuseIf(judge, at(taint, 'value'), labelValueProblem(text(at(taint, 'value'))))
    if (effect === '') judge.refuse(at(taint, 'effect'), { is: 'required' })
    allowOnly(judge, at(taint, 'effect'), effects)
    if (seen.has(`${key}:${effect}`)) judge.refuse(taint, { is: 'duplicate', value: `${key}:${effect}` })
    seen.add(`${key}:${effect}`)
  }
}
