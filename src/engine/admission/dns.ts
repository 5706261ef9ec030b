// How a pod resolves names.
// Source: k8s.io/kubernetes@v1.36.3 pkg/apis/core/validation/validation.go, validatePodDNSConfig, ValidateHostAliases.
import { dnsSubdomainProblem } from '../../kubernetes/names.ts'
import { addressProblem } from './addresses.ts'
import type { Judge } from './judge.ts'
import { at, fieldOf, isSet, items, named, type Place, text, texts } from './place.ts'
import { allowOnly, refuseIf, requireText, tooMany } from './rules.ts'

const mostServers = 3
const mostSearches = 32
const mostSearchCharacters = 2048

export function dnsConfig(judge: Judge, spec: Place): void {
  const [policy, config] = [at(spec, 'dnsPolicy'), at(spec, 'dnsConfig')]
  allowOnly(judge, policy, ['ClusterFirst', 'ClusterFirstWithHostNet', 'Default', 'None'])
  const [servers, searches] = [at(config, 'nameservers'), at(config, 'searches')]
  if (text(policy) === 'None' && items(servers).length === 0) {
    return judge.refuse(isSet(config) ? servers : config, { is: 'required', why: 'where dnsPolicy is None' })
  }
  tooMany(judge, servers, items(servers).length, mostServers, 'name servers')
  for (const server of items(servers)) refuseIf(judge, server, addressProblem(text(server), judge.minor))
  tooMany(judge, searches, items(searches).length, mostSearches, 'search paths')
  tooMany(judge, searches, texts(searches).join(' ').length, mostSearchCharacters, 'characters in search paths')
  for (const search of items(searches)) refuseIf(judge, search, searchProblem(text(search), judge.minor))
  for (const option of items(at(config, 'options'))) requireText(judge, named(at(option, 'name'), fieldOf(option)))
}

// From 1.33 on a single dot and underscores are allowed (the gate RelaxedDNSSearchValidation).
function searchProblem(search: string, minor: number): string | undefined {
  if (minor < 33) return dnsSubdomainProblem(search.replace(/\.$/, ''))
  return search === '.' ? undefined : dnsSubdomainProblem(search.replace(/\.$/, '').replace(/_/g, 'x'))
}

export function hostAliases(judge: Judge, list: Place): void {
  for (const alias of items(list)) {
    refuseIf(judge, at(alias, 'ip'), addressProblem(text(at(alias, 'ip')), judge.minor))
    for (const name of items(at(alias, 'hostnames'))) refuseIf(judge, name, dnsSubdomainProblem(text(name)))
  }
}
