// Rows that only a later part can show, with what each waits for.

import type { FactKind, NotYet } from '../../facts/fact.ts'

type Waiting = readonly [number: number, title: string, ...kinds: [FactKind, ...FactKind[]]]

const waiting = (waitsFor: NotYet['waitsFor'], why: string, rows: readonly Waiting[]): readonly NotYet[] =>
  rows.map(([number, title, ...kinds]) => ({
    id: `HF-${String(number).padStart(2, '0')}`,
    title,
    kinds,
    waitsFor,
    why,
  }))

export const notYet: readonly NotYet[] = [
  ...waiting('rendering', 'nothing writes Terraform yet, and a cluster has no such object', [
    [16, 'one network for each region, and none overlaps another', 'render'],
    [17, 'the public subnets hold the balancer and the ways out, and lead to the internet', 'render'],
    [20, 'the private subnets of pods lead nowhere outside by themselves', 'render'],
    [21, 'the cluster stands in the private subnets of pods', 'render'],
    [27, 'the database is RDS, and has no public address', 'render'],
    [28, 'Redis is a cluster of ElastiCache', 'render'],
    [29, 'the broker is MSK, with brokers in every zone', 'render'],
    [47, 'the bucket is copied to another region, with versions on both sides', 'render'],
    [56, 'what is written for Terraform is valid', 'render'],
    [61, 'each environment has a folder that only wires modules together', 'render'],
  ]),
  ...waiting('delivering', 'it is seen when a version is brought somewhere, and nothing does that yet', [
    [3, 'each push brings a version to Dev, and nowhere else', 'deliver'],
    [5, 'Staging tries what goes together, and keeps the version before where it fails', 'deliver'],
    [6, 'each merge brings a version to Staging', 'deliver'],
    [9, 'Prod changes over from one set to another at once', 'deliver', 'run'],
    [10, 'Prod may change over step by step', 'deliver', 'run'],
    [64, 'nodes are replaced by those of a new image', 'deliver', 'drill'],
    [65, 'every version changes the name of an image', 'deliver', 'check'],
    [66, 'what was changed by hand is noticed', 'deliver', 'observe'],
  ]),
  ...waiting('drilling', 'it is seen when the failure is made, and nothing makes it yet', [
    [43, 'less than five minutes of rows are lost with the region', 'drill'],
    [44, 'the database takes writes again within fifteen minutes', 'drill'],
    [46, 'callers are led elsewhere within five minutes', 'drill'],
  ]),
  ...waiting('documenting', 'nothing writes the document again yet', [
    [36, 'the picture is drawn from what is declared', 'document'],
    [51, 'topology and delivery are one document', 'document'],
  ]),
]
