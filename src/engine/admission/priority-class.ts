// PriorityClasses.
// Source: k8s.io/kubernetes@v1.36.3 pkg/apis/scheduling/validation/validation.go:36, pkg/apis/scheduling/types.go:27.
import type { Judge } from './judge.ts'
import { at, number, type Place, text } from './place.ts'
import { allowSet } from './rules.ts'

const mostForUsers = 1_000_000_000
const systemClasses: ReadonlyMap<string, number> = new Map([
  ['system-cluster-critical', 2_000_000_000],
  ['system-node-critical', 2_000_001_000],
])

export function priorityClass(judge: Judge, root: Place): void {
  const [name, value] = [at(root, 'metadata', 'name'), at(root, 'value')]
  const priority = number(value) ?? 0
  if (text(name).startsWith('system-')) {
    const isKnown = systemClasses.get(text(name)) === priority && at(root, 'globalDefault').value !== true
    if (!isKnown) judge.refuse(name, { is: 'forbidden', why: 'names that begin with system- are kept for the system' })
  } else if (priority > mostForUsers) judge.refuse(value, { is: 'forbidden', why: `above ${mostForUsers}` })
  allowSet(judge, at(root, 'preemptionPolicy'), ['Never', 'PreemptLowerPriority'])
}
