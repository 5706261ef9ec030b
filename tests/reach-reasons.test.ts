// Every reason that `reach` can give for one pair stands in a session, in its words.

import assert from 'node:assert/strict'
import { globSync, readFileSync } from 'node:fs'
import { test } from 'node:test'
import { fileURLToPath } from 'node:url'
import type { UnknownKind } from '../src/check/reachability/unknown-words.ts'
import type { Miss } from '../src/engine/reachability/refusal.ts'

const folder = fileURLToPath(new URL('./cli', import.meta.url))
// Lines that were broken for their width are one again.
const sessionsCalled = (pattern: string) =>
  globSync(pattern, { cwd: folder })
    .map((file) => readFileSync(`${folder}/${file}`, 'utf8').replaceAll(/\n {4,}(?=\S)/g, ' '))
    .join('\n')
const sessions = sessionsCalled('reach*.md')
const checked = sessionsCalled('check*.md')

const misses: { readonly [W in Miss['why']]: readonly RegExp[] } = {
  namespaceSelector: [/means namespaces with \S+; \S+ has /, /means namespaces with \S+, and none has that/],
  podSelector: [/means pods with \S+; these have /],
  namespace: [/means pods of \S+ only, not of /],
  ipBlock: [/means addresses in \S+ but /, /means addresses in \S+, but leaves out /],
  kind: [/means nodes only/, /means what is outside only/],
  address: [/means pods only, not addresses/],
  port: [/lets through TCP 443, 8000-8080 only/],
  protocol: [/lets that port through over UDP only/],
  portName: [/means a port called \S+; the pods there call /],
}

const rules = {
  'lets it out': /rule \d of \S+ lets it out \(/,
  'lets it in': /rule \d of \S+ lets it in \(/,
  refuses: /of ClusterNetworkPolicy \S+ refuses it \(/,
  'leaves it to others': / leaves it to the policies after it \(/,
  'only if': / lets it in only if /,
  may: / may take it: /,
  isolates: / isolates \S+\n/,
  'isolates nothing': /no policy isolates \S+\n/,
  'no isolation in tiers': /: what no rule takes passes/,
  'the network of a node': / has the network of its node, which policies do not isolate/,
}

const doubts = {
  'unread-policy': /nobody here reads all of EgressFirewall/,
  'namespace-labels': /nobody shows the labels of namespace/,
  'node-labels': /which nodes are meant is known in the running cluster only/,
  'domain-names': /unknown: \S+ → \S+: which addresses \S+ stands for is known in the running cluster only/,
  'pod-addresses': /nobody shows which addresses the pods of/,
  'node-addresses': /nobody shows which addresses the nodes of/,
  'same-priority': /have one priority and disagree/,
  port: /only if \S+ is called at a port that the policy lets through/,
  'own-node': /a node always reaches its own pods/,
  'ip-block-on-pods': /only if the network plugin of \S+ applies address blocks to the addresses of pods/,
  'port-name': /only if the network plugin of \S+ takes \S+ for each of them/,
  'source-address': /only if connections from outside arrive in \S+ with the address of their caller/,
  address: /only if the addresses of \S+ lie in /,
  loopback: /only if the network plugin of \S+ lets a pod reach itself/,
  'host-network-as-nodes': /treats pods on the host network like their nodes/,
  'host-network-as-pods': /treats pods on the host network like other pods/,
}

// Of callers that no pair names the question of what enters speaks, of policies that a platform says to be there, and
// of what must not be open.
const inChecks = {
  'far-end': /ingress-nginx → web at TCP 8080: nobody shows whether ClusterNetworkPolicy guard means it/,
  'unseen-policies': /~ the policies of shop that nobody shows \(.+\) let through what is declared, and nothing else/,
  listed:
    /web → mail at TCP 587: what goes out of depot passes by a list that nobody shows, a NetworkPolicy lists addresses and no names, and nobody says those of mail/,
  'dns-listed': /what goes out of depot passes by a list that nobody shows, and nobody says that DNS is on it/,
  'port-name-one': /~ the network plugin of \S+ takes web for another of them, .+ \(separates\/front\/but one\/till\)/,
  'ip-block-not-on-pods': /~ the network plugin of \S+ keeps address blocks to what is outside \(separates/,
}

const unknowns: { readonly [K in Exclude<UnknownKind, keyof typeof doubts | keyof typeof inChecks>]: RegExp } = {
  'enforces-policy': /unless the network plugin enforces no policy, and nobody here says: then all of this is open/,
  workload: /no workload is called \S+ next: did you mean|no workload is called shop\/wbe/,
  services: /which pods of a Service are meant is known/,
  nodes: /which nodes are meant is known/,
  host: /rule 1 of CiliumNetworkPolicy near may take it: which nodes are meant is known/,
  'remote-node': /rule 2 of CiliumNetworkPolicy near may take it: which nodes are meant is known/,
  groups: /which addresses of a group are meant is known/,
  'cidr-groups': /rule 3 of CiliumNetworkPolicy far may take it: which addresses of a group are meant is known/,
  'network-sets': /which addresses of a set are meant is known/,
  endpoints: /which endpoints are meant is known/,
  unmanaged: /which pods Cilium does not manage is known/,
  'service-accounts': /which service accounts are meant is known/,
  ingress: /which addresses of the ingress of Cilium are meant is known/,
  'ip-version': /which version of IP the connection has is known/,
  'kube-apiserver': /where the API server answers is known/,
}

const plugins = {
  'enforces none': /isolates \S+, and the network plugin enforces none/,
  void: /the network plugin enforces no policy, so \S+ is void/,
  'void, for all': /the network plugin enforces no policy: every workload reaches every other/,
  requests: /only if what is sent is among the requests that \S+ lets through at that port/,
}

for (const [kind, texts] of Object.entries({ ...misses, ...rules, ...doubts, ...unknowns, ...plugins }))
  test(`reach: a session shows ${kind}`, () => {
    for (const text of [texts].flat()) assert.match(sessions, text)
  })

for (const [kind, text] of Object.entries(inChecks))
  test(`reach: a session of check shows ${kind}`, () => assert.match(checked, text))

// An id of a doubt begins with its kind and the cluster.
test('reach: every doubt of the engine stands among them', () => {
  const engine = fileURLToPath(new URL('../src/engine/reachability', import.meta.url))
  const files = globSync('*.ts', { cwd: engine }).map((file) => readFileSync(`${engine}/${file}`, 'utf8'))
  const kinds = files.flatMap((text) =>
    [...text.matchAll(/`([a-z-]+)\/\$\{(?:r\.estate\.)?cluster\}/g)].map(([, kind = '']) => kind),
  )
  const told = new Set(Object.keys({ ...doubts, ...unknowns, ...plugins, ...inChecks }))
  assert.ok(kinds.length > 15)
  assert.deepEqual(
    kinds.filter((kind) => !told.has(kind)),
    [],
  )
})
