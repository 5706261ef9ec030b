import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { CallTarget, FactOf } from '../../estate/estate.ts'
import { callsOf } from './call.ts'
import { reachability } from './reachability.ts'
import { gridNamespaces, gridPods, nowhere, objectOf, policyObject, sampleEstate } from './sample-estate.ts'

const serviceOf = (selector: object | undefined, ports: object[], clusterIP?: string) =>
  objectOf({
    apiVersion: 'v1',
    kind: 'Service',
    metadata: { name: 'b', namespace: 'x' },
    spec: { selector, ports, clusterIP },
  })
const toB: CallTarget = {
  is: 'workload',
  workload: 'Deployment/x/b',
  service: 'Service/x/b',
  port: 81,
  protocol: 'TCP',
}
const callTo = (to: CallTarget): FactOf<'calls'> => ({
  trait: 'calls',
  from: 'Deployment/x/a',
  to,
  standing: { is: 'declared' },
  source: nowhere,
  component: 'a',
  environment: 'e',
})

const rows: [name: string, service: ReturnType<typeof serviceOf> | undefined, leads: string][] = [
  ['no such Service', undefined, 'missing'],
  ['by number', serviceOf({ pod: 'b' }, [{ port: 80, targetPort: 81 }]), 'there'],
  ['by name', serviceOf({ pod: 'b' }, [{ port: 80, targetPort: 'serve-81-tcp' }]), 'there'],
  ['the target defaults to the port', serviceOf({ pod: 'b' }, [{ port: 81 }]), 'there'],
  ['another port', serviceOf({ pod: 'b' }, [{ port: 81, targetPort: 80 }]), 'port'],
  ['a headless name leads to every port', serviceOf({ pod: 'b' }, [{ port: 5 }], 'None'), 'there'],
  ['other pods', serviceOf({ pod: 'c' }, [{ port: 81 }]), 'elsewhere'],
  ['no selector: somebody else keeps the endpoints', serviceOf(undefined, [{ port: 81 }]), 'unsaid'],
]

for (const [name, service, leads] of rows) {
  test(`call: ${name}`, () => {
    const objects = [...gridNamespaces, ...(service ? [service] : [])]
    const [call] = callsOf(reachability(sampleEstate(objects, { facts: [callTo(toB)] }), gridPods))
    assert.equal(call?.name?.leads, leads)
    assert.equal(call?.connection?.open, true)
  })
}

test('call: to the outside, and to what does not stand here', () => {
  const deny = policyObject('x', 'deny', { policyTypes: ['Egress'] })
  const facts = [callTo({ is: 'outside', name: 'tax-office' }), callTo({ is: 'absent', name: 'ledger' })]
  const calls = callsOf(reachability(sampleEstate([...gridNamespaces, deny], { facts }), gridPods))
  assert.deepEqual(
    calls.map(({ connection }) => connection?.open),
    [undefined, false],
  )
})
