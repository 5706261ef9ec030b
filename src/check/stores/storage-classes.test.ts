import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { StorageClass } from '../../platform/model.ts'
import { linesOf, sampleWorld, verdictsOf } from '../sample.ts'
import { storageClasses } from './storage-classes.ts'

const ebs = { provisioner: 'ebs.csi.aws.com' } as const
const efs = { provisioner: 'efs.csi.aws.com' } as const
const local = { provisioner: 'rancher.io/local-path' } as const

const rows: [name: string, disk: StorageClass, verdict: string | undefined, line?: string][] = [
  ['no provisioner', { bound: 'cluster', kind: 'ssd', expands: true }, undefined],
  ['nothing said of it', ebs, undefined],
  [
    'as it is',
    { ...ebs, bound: 'zone' },
    'kept',
    'volumes of ebs.csi.aws.com never leave their zone, as it is said of class disk',
  ],
  [
    'further than they go',
    { ...ebs, bound: 'cluster' },
    'broken',
    'of class disk it is said that its volumes go to any node, and those of ebs.csi.aws.com never leave their zone',
  ],
  [
    'a node, where it is a zone',
    { ...ebs, bound: 'node' },
    'broken',
    'of class disk it is said that its volumes never leave their node, and those of ebs.csi.aws.com never leave their zone',
  ],
  [
    'a zone, where a parameter may say so',
    { ...efs, bound: 'zone' },
    'kept',
    'volumes of efs.csi.aws.com go to any node; of class disk it is said that they never leave their zone',
  ],
  [
    'several nodes, of a disk of one',
    { ...ebs, accessModes: ['ReadWriteOnce', 'ReadWriteMany'] },
    'broken',
    'volumes of class disk are said to be mounted by pods that write on several nodes, and those of ebs.csi.aws.com cannot',
  ],
  [
    'several nodes, of a file system',
    { ...efs, accessModes: ['ReadWriteMany'] },
    'kept',
    'volumes of efs.csi.aws.com can be mounted by pods that write on several nodes',
  ],
  ['hard disks', { ...ebs, kind: 'hdd' }, 'kept', 'ebs.csi.aws.com makes volumes on hard disks'],
  [
    'SSDs of a file server',
    { ...efs, kind: 'ssd' },
    'broken',
    'volumes of class disk are said to lie on SSDs, and efs.csi.aws.com makes none but on a file server',
  ],
  [
    'memory, and no provisioner',
    { kind: 'memory' },
    'unknown',
    'volumes of class disk are said to lie in memory: that is a volume of one pod alone (emptyDir) and ends with it, and nobody says who makes one for a claim',
  ],
  [
    'memory and SSDs, and no provisioner',
    { kind: ['memory', 'ssd'] },
    'unknown',
    'volumes of class disk are said to lie on memory and SSDs: nobody says on which of them a claim lies, or who makes volumes of both',
  ],
  [
    'memory and SSDs of a provisioner that has disks',
    { ...ebs, kind: ['memory', 'ssd'] },
    'broken',
    'volumes of class disk are said to lie on memory and SSDs, and ebs.csi.aws.com makes none but on SSDs or hard disks',
  ],
  [
    'larger where it is asked for',
    { ...ebs, expands: true },
    'kept',
    'ebs.csi.aws.com makes a volume larger where its claim asks for it',
  ],
  [
    'larger, of directories',
    { ...local, expands: true },
    'broken',
    'claims of class disk are said to get more when they ask, and rancher.io/local-path never makes a volume larger',
  ],
  ['never larger', { ...local, expands: false }, undefined],
  [
    'on several devices, of one node',
    { ...local, replicated: true },
    'broken',
    'volumes of class disk are said to lie on several devices, and those of rancher.io/local-path lie on one',
  ],
  [
    'a provisioner of its own',
    { provisioner: 'disks.example.com', bound: 'zone' },
    'unknown',
    'nobody here knows what the volumes are that disks.example.com makes for class disk',
  ],
]

for (const [name, disk, verdict, line] of rows)
  test(`storage-classes: ${name}`, () => {
    const [found] = verdictsOf(storageClasses, sampleWorld({ cluster: { storage: { disk } } }))
    assert.equal(found?.verdict, verdict)
    assert.equal(found && linesOf(found)[0], line)
  })
