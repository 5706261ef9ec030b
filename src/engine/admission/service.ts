// Services.
// Source: k8s.io/kubernetes@v1.36.3 pkg/apis/core/validation/validation.go:6679.
import { dnsLabelProblem, dnsSubdomainProblem, qualifiedNameProblem } from '../../kubernetes/names.ts'
import { addressProblem, rangeProblem } from './addresses.ts'
import type { Judge } from './judge.ts'
import { at, entries, fieldOf, isSet, items, named, number, type Place, text, texts } from './place.ts'
import { allowOnly, allowSet, labels, portNumber, portNumberOrName, refuseIf } from './rules.ts'

// What kube-apiserver takes unless it is told another range.
const firstNodePort = 30_000
const lastNodePort = 32_767

export function service(judge: Judge, root: Place): void {
  const spec = at(root, 'spec')
  const type = text(at(spec, 'type')) || 'ClusterIP'
  const isHeadless = text(at(spec, 'clusterIP')) === 'None' || texts(at(spec, 'clusterIPs'))[0] === 'None'
  allowOnly(judge, at(spec, 'type'), ['ClusterIP', 'ExternalName', 'LoadBalancer', 'NodePort'])
  if (items(at(spec, 'ports')).length === 0 && !isHeadless && type !== 'ExternalName')
    judge.refuse(at(spec, 'ports'), { is: 'required' })
  if (isHeadless && (type === 'LoadBalancer' || type === 'NodePort')) {
    judge.refuse(named(at(spec, 'clusterIP'), 'spec.clusterIPs[0]'), {
      is: 'invalid',
      value: 'None',
      why: `a ${type} has an address`,
    })
  }
  if (type === 'ExternalName') externalName(judge, spec)
  else clusterAddresses(judge, spec)
  ports(judge, spec, type)
  labels(judge, at(spec, 'selector'))
  affinity(judge, spec)
  for (const address of items(at(spec, 'externalIPs')))
    refuseIf(judge, address, externalAddressProblem(text(address), judge.minor))
  loadBalancer(judge, spec, type)
  traffic(judge, spec, type)
}

function externalName(judge: Judge, spec: Place): void {
  const name = at(spec, 'externalName')
  if (text(name) === '') judge.refuse(name, { is: 'required' })
  else refuseIf(judge, name, dnsSubdomainProblem(text(name).replace(/\.$/, '')))
  // The server fills the list from the one address before it looks.
  const address = at(spec, 'clusterIP')
  if (text(address) !== '' && items(at(spec, 'clusterIPs')).length === 0)
    judge.refuse(named(address, `${fieldOf(spec)}.clusterIPs`), {
      is: 'forbidden',
      why: 'an ExternalName has no address',
    })
  for (const field of ['clusterIPs', 'ipFamilies', 'ipFamilyPolicy']) {
    const place = at(spec, field)
    const isGiven = field === 'ipFamilyPolicy' ? isSet(place) : items(place).length > 0
    if (isGiven) judge.refuse(place, { is: 'forbidden', why: 'an ExternalName has no address' })
  }
}

// Whether a given address lies in the cluster's own range is not known here.
function clusterAddresses(judge: Judge, spec: Place): void {
  const [address, all] = [at(spec, 'clusterIP'), at(spec, 'clusterIPs')]
  if (items(all).length > 0 && text(address) !== '' && texts(all)[0] !== text(address)) {
    judge.refuse(all, {
      is: 'invalid',
      value: texts(all).join(', '),
      why: `does not begin with clusterIP ${text(address)}`,
    })
  }
  if (items(all).length > 0 && text(address) === '')
    judge.refuse(all, { is: 'invalid', value: texts(all).join(', '), why: 'stands there without clusterIP' })
  for (const place of [address, ...items(all)]) {
    if (text(place) !== '' && text(place) !== 'None') {
      refuseIf(judge, place, addressProblem(text(place), judge.minor))
      judge.skip(place)
    }
  }
  families(judge, spec)
}

// Which families a cluster has is not known here; that nearly all have IPv4 is supposed.
// Source: k8s.io/kubernetes@v1.36.3 pkg/registry/core/service/storage/alloc.go:107.
function families(judge: Judge, spec: Place): void {
  const [list, policy] = [at(spec, 'ipFamilies'), at(spec, 'ipFamilyPolicy')]
  const seen = new Set<string>()
  for (const family of items(list)) {
    // A null in a list is an empty text, and stands for no default.
    allowSet(judge, { ...family, value: text(family) }, ['IPv4', 'IPv6'])
    once(judge, family, text(family), seen)
  }
  allowSet(judge, policy, ['PreferDualStack', 'RequireDualStack', 'SingleStack'])
  const isFree = text(at(spec, 'clusterIP')) === 'None' && entries(at(spec, 'selector')).length === 0
  const isSingle = text(policy) === 'SingleStack' || (!isSet(policy) && !isFree)
  if (isSingle && seen.size === 2) {
    const why = 'goes with one family, and ipFamilies has two'
    judge.refuse(policy, { is: 'invalid', value: text(policy) || 'SingleStack', why })
  }
  if (isFree) return
  if (text(policy) === 'RequireDualStack') judge.skip(policy)
  else if (texts(list).some((family) => family !== 'IPv4')) judge.skip(list)
  else if (items(list).length > 0) judge.suppose('IPv4')
}

function ports(judge: Judge, spec: Place, type: string): void {
  const list = items(at(spec, 'ports'))
  const [names, numbers, nodePorts] = [new Set<string>(), new Set<string>(), new Set<string>()]
  for (const port of list) {
    const [name, protocol] = [at(port, 'name'), text(at(port, 'protocol')) || 'TCP']
    if (text(name) !== '') refuseIf(judge, name, dnsLabelProblem(text(name)))
    else if (list.length > 1) judge.refuse(name, { is: 'required', why: 'where there is more than one port' })
    once(judge, name, text(name), names)
    portNumber(judge, at(port, 'port'))
    allowOnly(judge, at(port, 'protocol'), ['SCTP', 'TCP', 'UDP'])
    const target = at(port, 'targetPort')
    if (isSet(target) && target.value !== '' && target.value !== 0) portNumberOrName(judge, target)
    if (isSet(at(port, 'appProtocol')))
      refuseIf(judge, at(port, 'appProtocol'), qualifiedNameProblem(text(at(port, 'appProtocol'))))
    once(judge, port, `${protocol}/${number(at(port, 'port')) ?? 0}`, numbers)
    nodePort(judge, at(port, 'nodePort'), type, protocol, nodePorts)
  }
}

function nodePort(judge: Judge, place: Place, type: string, protocol: string, taken: Set<string>): void {
  const value = number(place) ?? 0
  if (value === 0) return
  if (type === 'ClusterIP') judge.refuse(place, { is: 'forbidden', why: 'where the type is ClusterIP' })
  // A server may be told another range (--service-node-port-range), so nobody here knows.
  else if (value < firstNodePort || value > lastNodePort) judge.skip(place)
  once(judge, place, `${protocol}/${value}`, taken)
}

function once(judge: Judge, place: Place, value: string, seen: Set<string>): void {
  if (value === '') return
  if (seen.has(value)) judge.refuse(place, { is: 'duplicate', value })
  seen.add(value)
}

function affinity(judge: Judge, spec: Place): void {
  allowOnly(judge, at(spec, 'sessionAffinity'), ['ClientIP', 'None'])
  if (text(at(spec, 'sessionAffinity')) !== 'ClientIP') return
  const place = at(spec, 'sessionAffinityConfig', 'clientIP', 'timeoutSeconds')
  const seconds = number(place) ?? 10_800
  if (seconds < 1 || seconds > 86_400)
    judge.refuse(place, { is: 'invalid', value: `${seconds}`, why: 'is not between 1 and 86400' })
}

function externalAddressProblem(address: string, minor: number): string | undefined {
  const problem = addressProblem(address, minor)
  if (problem !== undefined) return problem
  if (/^(0\.0\.0\.0|::)$/.test(address)) return 'is no address of anybody'
  if (/^127\./.test(address) || address === '::1') return 'is the address of the node itself'
  return /^(169\.254\.|224\.0\.0\.|fe80:|ff02:)/i.test(address) ? 'means only one link' : undefined
}

function loadBalancer(judge: Judge, spec: Place, type: string): void {
  const [ranges, nodePorts, className] = [
    at(spec, 'loadBalancerSourceRanges'),
    at(spec, 'allocateLoadBalancerNodePorts'),
    at(spec, 'loadBalancerClass'),
  ]
  for (const range of items(named(ranges, 'spec.LoadBalancerSourceRanges')))
    refuseIf(judge, range, rangeProblem(text(range).trim(), judge.minor))
  if (isSet(className) && type === 'LoadBalancer') refuseIf(judge, className, qualifiedNameProblem(text(className)))
  if (type === 'LoadBalancer') return
  const why = 'where the type is LoadBalancer alone'
  if (items(ranges).length > 0) judge.refuse(named(ranges, 'spec.LoadBalancerSourceRanges'), { is: 'forbidden', why })
  for (const place of [nodePorts, className]) if (isSet(place)) judge.refuse(place, { is: 'forbidden', why })
}

function traffic(judge: Judge, spec: Place, type: string): void {
  const [outside, inside, check] = [
    at(spec, 'externalTrafficPolicy'),
    at(spec, 'internalTrafficPolicy'),
    at(spec, 'healthCheckNodePort'),
  ]
  const isReachable =
    type === 'LoadBalancer' ||
    type === 'NodePort' ||
    (type === 'ClusterIP' && items(at(spec, 'externalIPs')).length > 0 && judge.minor >= 29)
  if (isReachable) allowOnly(judge, outside, ['Cluster', 'Local'])
  else if (text(outside) !== '')
    judge.refuse(outside, {
      is: 'invalid',
      value: text(outside),
      why: 'goes only with services that are reached from outside',
    })
  allowSet(judge, inside, ['Cluster', 'Local'])
  const checks = type === 'LoadBalancer' && text(outside) === 'Local'
  if (number(check) && !checks) {
    judge.refuse(check, {
      is: 'invalid',
      value: `${number(check)}`,
      why: 'goes only with type LoadBalancer and externalTrafficPolicy Local',
    })
  }
  const wanted = at(spec, 'trafficDistribution')
  if (!isSet(wanted)) return
  const near = ['PreferClose', ...(judge.minor >= 34 ? ['PreferSameZone', 'PreferSameNode'] : [])]
  if (!near.includes(text(wanted))) judge.refuse(wanted, { is: 'notOneOf', value: text(wanted), allowed: near })
}
