// APIServices.
// Source: k8s.io/kube-aggregator@v0.36.3 pkg/apis/apiregistration/validation/validation.go:31, v1/defaults.go.
import { dns1035LabelProblem, dnsSubdomainProblem } from '../../kubernetes/names.ts'
import type { Judge } from './judge.ts'
import { at, isSet, type Place, text } from './place.ts'
import { between, portNumber, refuseIf, requireText } from './rules.ts'

const mostOfGroups = 20_000
const mostOfVersions = 1000

export function apiService(judge: Judge, root: Place): void {
  const spec = at(root, 'spec')
  const [group, version] = [at(spec, 'group'), at(spec, 'version')]
  named(judge, at(root, 'metadata'), `${text(version)}.${text(group)}`)
  if (text(group) !== '') refuseIf(judge, group, dnsSubdomainProblem(text(group)))
  else if (text(version) !== 'v1') judge.refuse(group, { is: 'required', why: 'v1 alone has no group' })
  refuseIf(judge, version, dns1035LabelProblem(text(version)), text(version))
  between(judge, at(spec, 'groupPriorityMinimum'), 1, mostOfGroups)
  between(judge, at(spec, 'versionPriority'), 1, mostOfVersions)
  certificate(judge, spec)
  const service = at(spec, 'service')
  if (!isSet(service)) return
  for (const field of ['namespace', 'name']) requireText(judge, at(service, field))
  // 443 where nobody says one.
  if (isSet(at(service, 'port'))) portNumber(judge, at(service, 'port'))
}

function named(judge: Judge, metadata: Place, wanted: string): void {
  for (const name of [at(metadata, 'name'), at(metadata, 'generateName')]) {
    if (text(name) === '') continue
    if (text(name) !== wanted) refuseIf(judge, name, `is not ${wanted}, its version and its group`)
    return
  }
}

function certificate(judge: Judge, spec: Place): void {
  const [bundle, skips] = [at(spec, 'caBundle'), at(spec, 'insecureSkipTLSVerify')]
  const isLocal = !isSet(at(spec, 'service'))
  if (isLocal && text(bundle) !== '') refuseIf(judge, bundle, 'is of no use to an API that no Service serves', '')
  if (skips.value !== true) return
  if (isLocal) refuseIf(judge, skips, 'is of no use to an API that no Service serves')
  else if (text(bundle) !== '') refuseIf(judge, skips, 'stands beside a caBundle')
}
