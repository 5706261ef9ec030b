// Each row was asked of kube-apiserver 1.36.3, whose cluster has IPv4 alone.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { readManifests } from '../../kubernetes/read.ts'
import type { Manifest } from '../../kubernetes/types.ts'
import { admitObject } from './admit-object.ts'
import { sayRefusal } from './words.ts'

function parse(text: string): Manifest {
  return readManifests(text, 'row.yaml').manifests[0]?.manifest as Manifest
}

const families: [name: string, spec: string, says: readonly string[], left: readonly string[], supposed: boolean][] = [
  ['one family, said', 'ipFamilies: [IPv4], ipFamilyPolicy: SingleStack', [], [], true],
  ['one family, as the cluster has it', 'ipFamilyPolicy: SingleStack', [], [], false],
  ['two where there are two', 'ipFamilyPolicy: PreferDualStack', [], [], false],
  ['two in any case', 'ipFamilyPolicy: RequireDualStack', [], ['spec.ipFamilyPolicy'], false],
  ['the other family', 'ipFamilies: [IPv6]', [], ['spec.ipFamilies'], false],
  [
    'two families for one',
    'ipFamilies: [IPv4, IPv6]',
    ['spec.ipFamilyPolicy "SingleStack" goes with one family, and ipFamilies has two'],
    ['spec.ipFamilies'],
    false,
  ],
  ['two families', 'ipFamilies: [IPv4, IPv6], ipFamilyPolicy: PreferDualStack', [], ['spec.ipFamilies'], false],
  ['one family twice', 'ipFamilies: [IPv4, IPv4]', ['spec.ipFamilies[1] IPv4 stands there twice'], [], true],
]
for (const [name, spec, expected, left, isSupposed] of families) {
  test(`families of a Service: ${name}`, () => {
    const text = `apiVersion: v1\nkind: Service\nmetadata: {name: a}\nspec: {selector: {app: a}, ports: [{port: 80}], ${spec}}\n`
    const { refused, notModelled, supposed } = admitObject(parse(text), { minor: '1.36' })
    for (const one of expected) assert.ok(refused.map(sayRefusal).includes(one), refused.map(sayRefusal).join())
    assert.equal(refused.length > 0, expected.length > 0)
    assert.deepEqual(notModelled, left)
    assert.deepEqual(supposed, isSupposed ? ['IPv4'] : undefined)
  })
}

test('a Service without selector and address may name any family', () => {
  const text =
    'apiVersion: v1\nkind: Service\nmetadata: {name: a}\nspec: {clusterIP: None, ports: [{port: 80}], ipFamilies: [IPv6, IPv4]}\n'
  assert.deepEqual(admitObject(parse(text), { minor: '1.36' }), { refused: [], notModelled: [] })
})
