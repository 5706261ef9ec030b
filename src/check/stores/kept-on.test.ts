import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { VolumeOptions } from '../../platform/component/volume.ts'
import { promise } from '../../platform/language/promise.ts'
import type { StorageClass, VolumeKind } from '../../platform/model.ts'
import { linesOf, sampleWorld, verdictsOf } from '../sample.ts'
import { keptOn } from './kept-on.ts'

const ebs = { provisioner: 'ebs.csi.aws.com' } as const
type Wanted = Omit<Parameters<typeof promise.keptOn>[1], 'of'>

const usual: VolumeOptions = { size: '10Gi' }

interface Row {
  readonly disk: StorageClass
  readonly on?: VolumeKind
  readonly wants?: Wanted
  readonly volume?: VolumeOptions
  readonly verdict: string
  readonly line: string
}

const rows: readonly (Row & { readonly name: string })[] = [
  {
    name: 'said of the class',
    disk: { kind: 'ssd' },
    verdict: 'kept',
    line: 'ledger-db has volumes of class disk in live: they lie on SSDs',
  },
  {
    name: 'something else',
    disk: { kind: 'hdd' },
    verdict: 'broken',
    line: 'ledger-db has volumes of class disk in live: they lie on hard disks, and not on SSDs',
  },
  {
    name: 'one of two that its provisioner has',
    disk: ebs,
    verdict: 'unknown',
    line: 'nobody says what volumes of class disk lie on, which ledger-db has in live',
  },
  {
    name: 'none of those that its provisioner has',
    disk: ebs,
    on: 'network',
    verdict: 'broken',
    line: 'ledger-db has volumes of class disk in live: they lie on SSDs or hard disks, and not on a file server',
  },
  {
    name: 'a class that nobody declares',
    disk: {},
    volume: { size: '10Gi', class: 'fast' },
    verdict: 'unknown',
    line: 'volumes of ledger-db in live are of class fast, of which harbour says nothing',
  },
  {
    name: 'several devices, as its provisioner has it',
    disk: { ...ebs, kind: 'ssd' },
    wants: { replicated: true },
    verdict: 'kept',
    line: 'ledger-db has volumes of class disk in live: they lie on SSDs',
  },
  {
    name: 'several devices, and one',
    disk: { kind: 'ssd', provisioner: 'topolvm.io' },
    wants: { replicated: true },
    verdict: 'broken',
    line: 'volumes of class disk lie on one device, and so does what ledger-db writes in live',
  },
  {
    name: 'room to grow that nobody allows',
    disk: { ...ebs, kind: 'ssd' },
    wants: { expands: true },
    verdict: 'broken',
    line: 'claims of class disk may not ask for more: what ledger-db has in live stays as large as it is',
  },
  {
    name: 'another mode',
    disk: { kind: 'ssd' },
    wants: { accessMode: 'ReadWriteMany' },
    verdict: 'broken',
    line: 'the volume of ledger-db in live can be mounted by pods of one node, and not by pods that write on several nodes',
  },
]

for (const { name, disk, on = 'ssd', wants, volume = usual, verdict, line } of rows)
  test(`keptOn: ${name}`, () => {
    const world = sampleWorld({
      cluster: { storage: { disk: { default: true, ...disk } } },
      ledgerDb: { volume },
      promises: ({ live, ledgerDb }) => [promise.keptOn(on, { in: live, of: [ledgerDb], ...wants })],
    })
    const [found] = verdictsOf(keptOn, world)
    assert.equal(found?.verdict, verdict)
    assert.equal(found && linesOf(found)[0], line)
  })

test('keptOn: what has no volume says so', () => {
  const world = sampleWorld({ promises: ({ live, orders }) => [promise.keptOn('ssd', { in: live, of: [orders] })] })
  assert.deepEqual(verdictsOf(keptOn, world).flatMap(linesOf), ['nothing of live that this is about has a volume'])
})
