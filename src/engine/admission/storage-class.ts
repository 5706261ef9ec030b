// Source: k8s.io/kubernetes@v1.36.3 pkg/apis/storage/validation/validation.go.
import { qualifiedNameProblem } from '../../kubernetes/names.ts'
import type { Judge } from './judge.ts'
import { at, items, type Place, text, texts } from './place.ts'
import { allowOnly, allowSet, refuseIf } from './rules.ts'

export function storageClass(judge: Judge, root: Place): void {
  const provisioner = at(root, 'provisioner')
  if (text(provisioner) === '') judge.refuse(provisioner, { is: 'required' })
  else refuseIf(judge, provisioner, qualifiedNameProblem(text(provisioner).toLowerCase()), text(provisioner))
  allowOnly(judge, at(root, 'reclaimPolicy'), ['Delete', 'Retain'])
  allowSet(judge, at(root, 'volumeBindingMode'), ['Immediate', 'WaitForFirstConsumer'])
  allowedTopologies(judge, at(root, 'allowedTopologies'))
}

// The server adds its terms behind as many empty ones, so that a term without expressions is always there twice
// (pkg/apis/storage/validation/validation.go:254).
function allowedTopologies(judge: Judge, terms: Place): void {
  const seen = new Set(items(terms).length > 0 ? [''] : [])
  for (const term of items(terms)) {
    const sets = new Map<string, string>()
    for (const requirement of items(at(term, 'matchLabelExpressions'))) {
      const [key, values] = [at(requirement, 'key'), at(requirement, 'values')]
      if (items(values).length === 0) judge.refuse(values, { is: 'required' })
      for (const [index, value] of items(values).entries())
        if (texts(values).indexOf(text(value)) < index) judge.refuse(value, { is: 'duplicate', value: text(value) })
      refuseIf(judge, key, qualifiedNameProblem(text(key)))
      if (sets.has(text(key))) judge.refuse(key, { is: 'duplicate', value: text(key) })
      sets.set(text(key), JSON.stringify([text(key), ...new Set(texts(values).toSorted())]))
    }
    const same = [...sets.values()].sort().join()
    if (seen.has(same)) judge.refuse(at(term, 'matchLabelExpressions'), { is: 'duplicate', value: '' })
    seen.add(same)
  }
}
