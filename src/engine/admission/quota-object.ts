// ResourceQuotas: what they count, and of which pods.
// Source: k8s.io/kubernetes@v1.36.3 pkg/apis/core/validation/validation.go:8205, :8077.
import type { Judge } from './judge.ts'
import { at, entries, fieldOf, isSet, items, named, type Place, text, texts } from './place.ts'
import { quotaResourceProblem } from './resource-names.ts'
import { quantity } from './resources.ts'
import { refuseIf, valuesFor } from './rules.ts'

const podScopes = [
  'Terminating',
  'NotTerminating',
  'BestEffort',
  'NotBestEffort',
  'PriorityClass',
  'CrossNamespacePodAffinity',
]
const scopes = [...podScopes, 'VolumeAttributesClass']
const claimScopesFrom = 33
const computeResources = ['pods', 'cpu', 'memory', 'limits.cpu', 'limits.memory', 'requests.cpu', 'requests.memory']
const claimResources = ['persistentvolumeclaims', 'requests.storage']

export function resourceQuota(judge: Judge, root: Place): void {
  const spec = at(root, 'spec')
  for (const [resource, amount] of entries(at(spec, 'hard'))) {
    refuseIf(judge, amount, quotaResourceProblem(resource), resource)
    quantity(judge, amount, resource)
  }
  for (const scope of items(at(spec, 'scopes'))) scopeFits(judge, spec, at(spec, 'scopes'), text(scope))
  conflicts(judge, at(spec, 'scopes'), texts(at(spec, 'scopes')))
  if (isSet(at(spec, 'scopeSelector'))) scopeSelector(judge, spec)
}

function scopeFits(judge: Judge, spec: Place, place: Place, scope: string): void {
  const allowed = scope === 'VolumeAttributesClass' && judge.minor < claimScopesFrom ? podScopes : scopes
  if (!allowed.includes(scope)) return judge.refuse(place, { is: 'notOneOf', value: scope, allowed })
  const counted =
    scope === 'BestEffort' ? ['pods'] : scope === 'VolumeAttributesClass' ? claimResources : computeResources
  for (const [resource] of entries(at(spec, 'hard'))) {
    const isStandard = quotaResourceProblem(resource) === undefined && !resource.includes('/')
    if (isStandard && !counted.includes(resource))
      judge.refuse(place, { is: 'invalid', value: scope, why: `does not go with ${resource}` })
  }
}

function conflicts(judge: Judge, place: Place, scopeNames: readonly string[]): void {
  for (const [one, other] of [
    ['BestEffort', 'NotBestEffort'],
    ['Terminating', 'NotTerminating'],
  ] as const) {
    if (scopeNames.includes(one) && scopeNames.includes(other))
      judge.refuse(place, { is: 'invalid', value: one, why: `and ${other} leave nothing` })
  }
}

function scopeSelector(judge: Judge, spec: Place): void {
  const list = at(spec, 'scopeSelector', 'matchExpressions')
  const scopeNames: string[] = []
  for (const requirement of items(list)) {
    const [scope, operator] = [text(at(requirement, 'scopeName')), at(requirement, 'operator')]
    scopeNames.push(scope)
    // A scope that there is not is refused by its own name, one that does not fit by that of the list.
    const isKnown = scopes.includes(scope)
    scopeFits(judge, spec, isKnown ? list : named(list, `${fieldOf(list)}.scopeName`), scope)
    if (podScopes.includes(scope) && scope !== 'PriorityClass' && text(operator) !== 'Exists') {
      judge.refuse(named(operator, `${fieldOf(list)}.operator`), {
        is: 'notOneOf',
        value: text(operator),
        allowed: ['Exists'],
      })
    }
    valuesFor(
      judge,
      named(operator, `${fieldOf(list)}.operator`),
      named(at(requirement, 'values'), `${fieldOf(list)}.values`),
      [],
    )
  }
  conflicts(judge, list, scopeNames)
}
