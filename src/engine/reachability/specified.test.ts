// What no second implementation judges, row by row with the sentence that decides it.

import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Estate } from '../../estate/estate.ts'
import type { PodSpec, Protocol, Ref } from '../../kubernetes/types.ts'
import type { PodClass } from '../pods/pod-class.ts'
import { hostRows } from '../policy-tables/sample-host-rows.ts'
import { namedPortRows } from '../policy-tables/sample-named-ports.ts'
import { plainRows } from '../policy-tables/sample-plain-rows.ts'
import type { Asked } from '../policy-tables/sample-specified.ts'
import { blockOf } from './address.ts'
import { connection } from './connection.ts'
import type { Endpoint } from './endpoint.ts'
import { type Reachability, reachability } from './reachability.ts'
import { namespaceObject, objectOf, podClass, policyObject, sampleEstate } from './sample-estate.ts'
import { answersOf } from './service.ts'

const web = (containerPort: number, protocol?: Protocol) => ({
  name: `at-${containerPort}`,
  ports: [{ name: 'web', containerPort, ...(protocol && { protocol }) }],
})
const specs: { readonly [name: string]: PodSpec } = {
  'x/client': { containers: [{ name: 'main' }] },
  'x/agent': { containers: [{ name: 'main' }], hostNetwork: true },
  'y/web': { containers: [web(8080)] },
  'y/other': { containers: [web(9090)] },
  'y/datagram': { containers: [web(8080, 'UDP')] },
  'y/sidecar': { containers: [{ name: 'main' }], initContainers: [{ ...web(8080), restartPolicy: 'Always' }] },
  'y/setup': { containers: [{ name: 'main' }], initContainers: [web(8080)] },
  'y/twice': { containers: [web(9090), web(8080)] },
  'y/nameless': { containers: [{ name: 'main', ports: [{ containerPort: 8080 }] }] },
  'y/host': { containers: [web(80)], hostNetwork: true },
}
const pods: readonly PodClass[] = Object.entries(specs).map(([name, spec]) =>
  podClass(...(name.split('/') as [string, string]), { spec }),
)
const nodes = ['n1', 'n2'].map((name) => ({ name })) as unknown as Estate['nodes']

for (const { says, source, policies, asks } of [...namedPortRows, ...hostRows, ...plainRows]) {
  test(`specified: ${says} (${source})`, () => {
    const written = Object.entries(policies).map(([name, spec]) =>
      policyObject(...(name.split('/') as [string, string]), spec),
    )
    const estate = sampleEstate([namespaceObject('x'), namespaceObject('y'), ...written], { nodes })
    for (const asked of asks) judge(reachability(estate, pods), asked)
  })
}

// What rests on something is otherwise where that is denied, or then rests on something else.
function judge(r: Reachability, [from, to, at, is, rests]: Asked): void {
  const [protocol, port] = at.split(' ')
  const question = { from: endOf(from), to: endOf(to), port: Number(port), protocol: protocol as Protocol }
  const { open, assumes, unknown } = connection(r, question)
  const where = `${from} → ${to} at ${at}`
  assert.equal(open === undefined ? 'unknown' : open ? 'open' : 'closed', is, where)
  assert.deepEqual([...assumes.map(({ id }) => id), ...unknown], rests ? [rests] : [], where)
  if (!rests || open === undefined) return
  const denied = connection(r, { ...question, denied: new Set([rests]) })
  const isTurned = denied.open === !open || denied.assumes.some(({ id }) => id !== rests)
  assert.ok(isTurned, `${where}, denied`)
}

function endOf(name: string): Endpoint {
  return blockOf(name) ? { outside: name, address: name } : (`Deployment/${name}` as Ref)
}

// Policy acts on pods after a Service has been translated: its target port decides. Source: the Services page of
// kubernetes.io; k8s.io/endpointslice/utils.go:381 for names.
const targets: readonly [says: string, targetPort: number | string | undefined, pod: string, at: number | undefined][] =
  [
    ['the number of the target port', 8080, 'y/web', 8080],
    ['the port itself where there is none', undefined, 'y/web', 80],
    ['what each pod calls so', 'web', 'y/other', 9090],
    ['of two containers the first', 'web', 'y/twice', 9090],
    ['a sidecar’s name', 'web', 'y/sidecar', 8080],
    ['no name of an init container that ends', 'web', 'y/setup', undefined],
    ['no name in another protocol', 'web', 'y/datagram', undefined],
  ]

for (const [says, targetPort, pod, at] of targets) {
  test(`specified: a Service leads to ${says}`, () => {
    const [namespace = '', name = ''] = pod.split('/')
    const service = objectOf({
      apiVersion: 'v1',
      kind: 'Service',
      metadata: { name: 'front', namespace },
      spec: { selector: { pod: name }, ports: [{ port: 80, ...(targetPort !== undefined && { targetPort }) }] },
    })
    const policy = policyObject('y', 'in', { podSelector: {}, ingress: [{ ports: [{ port: at ?? 80 }] }] })
    const r = reachability(sampleEstate([namespaceObject('x'), namespaceObject('y'), service, policy]), pods)
    assert.deepEqual(
      answersOf(r, service)?.map((answer) => answer.at),
      [at],
    )
    if (at === undefined) return
    const open = (port: number) =>
      connection(r, { from: 'Deployment/x/client', to: `Deployment/${namespace}/${name}`, port }).open
    assert.deepEqual([open(at), open(at + 1)], [true, false])
  })
}

test('specified: pods that are being deleted stay selected; those that have ended answer for no Service (k8s.io/endpointslice/util/controller_utils.go:180)', () => {
  const service = objectOf({
    apiVersion: 'v1',
    kind: 'Service',
    metadata: { name: 'front', namespace: 'y' },
    spec: { selector: { app: 'job' }, ports: [{ port: 80 }] },
  })
  const ended = podClass('y', 'ended', { labels: { app: 'job' }, count: 0, notes: ['over'] })
  const going = podClass('y', 'going', { labels: { app: 'job' } })
  const deny = policyObject('y', 'deny', { podSelector: {} })
  const r = reachability(sampleEstate([namespaceObject('y'), service, deny]), [...pods, ended, going])
  assert.deepEqual(
    answersOf(r, service)?.map(({ workload }) => workload),
    ['Deployment/y/going'],
  )
  assert.equal(connection(r, { from: 'Deployment/x/client', to: 'Deployment/y/going', port: 80 }).open, false)
})
