import assert from 'node:assert/strict'
import { test } from 'node:test'
import { readManifests } from '../kubernetes/read.ts'
import { importManifests } from './import.ts'

const head = `apiVersion: seaworthy/v1
kind: Snapshot
metadata: { name: harbour }
server: { gitVersion: v1.34.2, minor: '1.34' }
notAllowed:
- { resource: nodes, kind: Node }
`
const settings = `---
apiVersion: v1
kind: ConfigMap
metadata: { name: settings, namespace: shop }
data: { port: '' }
`

const estateOf = (text: string, kubernetes?: string) =>
  importManifests(readManifests(text, 'harbour.yaml').manifests, { kubernetes }).estate

test('a snapshot says its server, and what it cannot hold is unknown by name', () => {
  const estate = estateOf(head + settings)
  assert.equal(estate.minor, '1.34')
  assert.deepEqual(
    estate.unseen?.map(({ id, kinds }) => [id, kinds]),
    [
      ['unread/nodes', ['Node']],
      ['unread/secrets', ['Secret']],
    ],
  )
  assert.deepEqual(
    estate.objects.map(({ ref }) => ref).filter((ref) => ref.includes('Snapshot')),
    [],
  )
})

test('what the command line says of the version holds', () => {
  assert.equal(estateOf(head + settings, '1.35').minor, '1.35')
})

test('plain manifests have no head', () => {
  const estate = estateOf(settings)
  assert.equal(estate.minor, undefined)
  assert.equal(estate.unseen, undefined)
})

test('a snapshot of some namespaces does not show the others', () => {
  const { unseen = [] } = estateOf(`${head}namespaces: [shop, bank]\n${settings}`)
  const others = unseen.find(({ id }) => id === 'unread/other-namespaces')
  assert.equal(others?.says, 'the snapshot shows the namespaces bank, shop alone')
  // Of those that were read it says nothing, and what belongs to no namespace was read.
  assert.deepEqual(
    [others?.namespaces, others?.kinds?.includes('Pod'), others?.kinds?.includes('Node')],
    [[], true, false],
  )
})
