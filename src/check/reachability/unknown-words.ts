// Words for what nobody shows where it decides a connection: ids are for machines, and say what to look for.

import { partsOf, type Ref } from '../../kubernetes/types.ts'

/** One clause after the other: `nobody here reads EgressFirewall shop/out; nobody shows the labels of namespace edge`. */
export function unknownText(unknown: readonly string[]): string {
  const ids = unknown.flatMap((each) => each.split(', '))
  const clauses = [...new Set(ids)].map((id) => {
    const [what = '', cluster = '', ...rest] = id.split('/')
    const kind = /^enforces-([A-Z]\w*)$/.exec(what)?.[1]
    if (kind) return `nobody shows whether the network plugin of ${cluster} enforces ${kind}`
    return words[what]?.(rest.join('/'), cluster)
  })
  const plain = [...new Set(ids)].filter((_, at) => clauses[at] === undefined)
  const said = clauses.filter((clause) => clause !== undefined)
  return [...new Set(said), ...(plain.length > 0 ? [`nobody shows ${plain.join(', ')}`] : [])].join('; ')
}

type Say = (rest: string, cluster: string) => string

const onlyRunning =
  (what: string): Say =>
  () =>
    `which ${what} are meant is known in the running cluster only`

const table = {
  'unread-policy': (ref) => `nobody here reads all of ${sayRef(ref)}`,
  'namespace-labels': (namespace) => `nobody shows the labels of namespace ${namespace}`,
  'node-labels': onlyRunning('nodes'),
  listed: (rest) => {
    const [namespace, ...outside] = rest.split('/')
    return `what goes out of ${namespace} passes by a list that nobody shows, a NetworkPolicy lists addresses and no names, and nobody says those of ${outside.join('/')}`
  },
  'dns-listed': (namespace) =>
    `what goes out of ${namespace} passes by a list that nobody shows, and nobody says that DNS is on it`,
  'pod-addresses': (_, cluster) => `nobody shows which addresses the pods of ${cluster} get`,
  'node-addresses': (_, cluster) => `nobody shows which addresses the nodes of ${cluster} have`,
  'ip-block-on-pods': (_, cluster) => `whether address blocks take pods is up to the network plugin of ${cluster}`,
  'port-name': (name) =>
    `several ports of a pod are called ${name}, and which of them is meant is up to the network plugin`,
  'own-node': () => 'a node always reaches its own pods, and nobody shows that these stand on another',
  'enforces-policy': (_, cluster) => `nobody shows whether the network plugin of ${cluster} enforces policy`,
  'far-end': (rest, kind) => `nobody shows whether ${sayRef(`${kind}/${rest}`)} means it`,
  loopback: (_, cluster) =>
    `whether a pod reaches itself through its Service is up to the network plugin of ${cluster}`,
  workload: (ref) => `nobody shows ${sayRef(ref)}`,
  'domain-names': (names) =>
    `which addresses ${names.replaceAll(',', ', ')} stands for is known in the running cluster only`,
  'same-priority': (refs) =>
    `${refs
      .split(',')
      .map((ref) => partsOf(ref as Ref).name)
      .join(' and ')} have one priority and disagree: either may be taken`,
  services: onlyRunning('pods of a Service'),
  nodes: onlyRunning('nodes'),
  host: onlyRunning('nodes'),
  'remote-node': onlyRunning('nodes'),
  groups: onlyRunning('addresses of a group'),
  'cidr-groups': onlyRunning('addresses of a group'),
  'network-sets': onlyRunning('addresses of a set'),
  endpoints: onlyRunning('endpoints'),
  unmanaged: () => 'which pods Cilium does not manage is known in the running cluster only',
  'service-accounts': onlyRunning('service accounts'),
  ingress: onlyRunning('addresses of the ingress of Cilium'),
  'ip-version': () => 'which version of IP the connection has is known in the running cluster only',
  'kube-apiserver': () => 'where the API server answers is known in the running cluster only',
} satisfies { [what: string]: Say }

/** What may be unknown, as ids begin. */
export type UnknownKind = keyof typeof table

const words: { readonly [what: string]: Say | undefined } = Object.assign(Object.create(null), table)

function sayRef(ref: string): string {
  const { kind, namespace, name } = partsOf(ref as Ref)
  return namespace === '' ? `${kind} ${name}` : `${kind} ${namespace}/${name}`
}
