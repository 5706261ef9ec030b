// When a container is started again by its exit code.
// Source: k8s.io/kubernetes@v1.36.3 pkg/apis/core/validation/validation.go:3677.
import type { Judge } from './judge.ts'
import { at, isSet, items, type Place, text } from './place.ts'
import { tooMany } from './rules.ts'

const mostRules = 20
const mostExitCodes = 255

/** `before35`: what a container's own policy could be in older minors. */
export function restartRules(judge: Judge, container: Place, before35: readonly string[]): void {
  const [policy, rules] = [at(container, 'restartPolicy'), at(container, 'restartPolicyRules')]
  if (items(rules).length > 0 && judge.minor >= 35) {
    if (!isSet(policy)) judge.refuse(policy, { is: 'required', why: 'beside restartPolicyRules' })
    tooMany(judge, rules, items(rules).length, mostRules)
    for (const rule of items(rules)) restartRule(judge, rule)
  }
  if (!isSet(policy)) return
  const allowed = judge.minor >= 35 ? ['Always', 'OnFailure', 'Never'] : before35
  if (allowed.length === 0)
    judge.refuse(policy, { is: 'forbidden', why: 'only init containers have one before Kubernetes 1.35' })
  else if (!allowed.includes(text(policy))) judge.refuse(policy, { is: 'notOneOf', value: text(policy), allowed })
}

function restartRule(judge: Judge, rule: Place): void {
  const [action, codes] = [at(rule, 'action'), at(rule, 'exitCodes')]
  // From 1.36 on the gate RestartAllContainersOnContainerExits is open by default.
  const actions = judge.minor >= 36 ? ['Restart', 'RestartAllContainers'] : ['Restart']
  if (!actions.includes(text(action))) judge.refuse(action, { is: 'notOneOf', value: text(action), allowed: actions })
  if (!isSet(codes)) return judge.refuse(codes, { is: 'required' })
  const operator = at(codes, 'operator')
  const allowed = ['In', 'NotIn']
  if (!allowed.includes(text(operator))) judge.refuse(operator, { is: 'notOneOf', value: text(operator), allowed })
  const values = at(codes, 'values')
  tooMany(judge, values, items(values).length, mostExitCodes)
}
