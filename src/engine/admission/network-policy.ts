// NetworkPolicies.
// Source: k8s.io/kubernetes@v1.36.3 pkg/apis/networking/validation/validation.go:69.
import { isStrictlyInside, rangeProblem, readRange } from './addresses.ts'
import type { Judge } from './judge.ts'
import { at, isSet, items, number, type Place, text } from './place.ts'
import { allowSet, labelSelector, portNumber, portNumberOrName, refuseIf } from './rules.ts'

const types = ['Ingress', 'Egress']

export function networkPolicy(judge: Judge, root: Place): void {
  const spec = at(root, 'spec')
  labelSelector(judge, at(spec, 'podSelector'))
  for (const [way, peers] of [
    ['ingress', 'from'],
    ['egress', 'to'],
  ] as const) {
    for (const rule of items(at(spec, way))) {
      for (const port of items(at(rule, 'ports'))) policyPort(judge, port)
      for (const other of items(at(rule, peers))) peer(judge, other)
    }
  }
  const listed = at(spec, 'policyTypes')
  if (items(listed).length > types.length)
    return judge.refuse(listed, { is: 'invalid', value: '', why: 'names more than Ingress and Egress' })
  for (const type of items(listed))
    if (!types.includes(text(type))) judge.refuse(type, { is: 'notOneOf', value: text(type), allowed: types })
}

function policyPort(judge: Judge, place: Place): void {
  const [port, last] = [at(place, 'port'), at(place, 'endPort')]
  const protocol = at(place, 'protocol')
  const protocols = ['TCP', 'UDP', 'SCTP']
  allowSet(judge, protocol, protocols)
  if (isSet(port)) portNumberOrName(judge, port)
  if (!isSet(last)) return
  const first = number(port)
  if (first === undefined)
    return judge.refuse(last, { is: 'invalid', value: `${number(last)}`, why: 'has no port by number to begin with' })
  if ((number(last) ?? 0) < first)
    judge.refuse(last, { is: 'invalid', value: `${number(last)}`, why: `is below port ${first}` })
  portNumber(judge, last)
}

function peer(judge: Judge, place: Place): void {
  const [pods, namespaces, block] = [at(place, 'podSelector'), at(place, 'namespaceSelector'), at(place, 'ipBlock')]
  labelSelector(judge, pods)
  labelSelector(judge, namespaces)
  if (isSet(block)) ipBlock(judge, block)
  if (!isSet(pods) && !isSet(namespaces) && !isSet(block))
    judge.refuse(place, { is: 'required', why: 'podSelector, namespaceSelector or ipBlock' })
  if (isSet(block) && (isSet(pods) || isSet(namespaces)))
    judge.refuse(place, { is: 'forbidden', why: 'ipBlock stands alone' })
}

function ipBlock(judge: Judge, block: Place): void {
  const cidr = at(block, 'cidr')
  if (text(cidr) === '') return judge.refuse(cidr, { is: 'required' })
  refuseIf(judge, cidr, rangeProblem(text(cidr), judge.minor))
  const outer = readRange(text(cidr))
  if (outer === undefined) return
  for (const except of items(at(block, 'except'))) {
    refuseIf(judge, except, rangeProblem(text(except), judge.minor))
    const inner = readRange(text(except))
    if (inner !== undefined && !isStrictlyInside(inner, outer))
      refuseIf(judge, except, `is no smaller part of cidr ${text(cidr)}`)
  }
}
