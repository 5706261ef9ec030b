// All known faults of the document that are found, by what they are of.

import type { Entry, Group } from '../../findings/entry.ts'
import { charts } from './charts.ts'
import { cluster } from './cluster.ts'
import { drawings } from './drawings.ts'
import { environments } from './environments.ts'
import { growth } from './growth.ts'
import { monitoring } from './monitoring.ts'
import { network } from './network.ts'
import { pipeline } from './pipeline.ts'
import { pods } from './pods.ts'
import { recovery } from './recovery.ts'
import { security } from './security.ts'
import { storage } from './storage.ts'

export const groups: readonly Group[] = [
  { title: 'Drawings, and what stands before the cluster', entries: drawings },
  { title: 'The cluster and its pools', entries: cluster },
  { title: 'Charts and what people type', entries: charts },
  { title: 'From a change to production', entries: pipeline },
  { title: 'Environments and what sets them apart', entries: environments },
  { title: 'Pods, and how many of them', entries: pods },
  { title: 'Who reaches whom', entries: network },
  { title: 'Rows, and their copies', entries: storage },
  { title: 'Who is told', entries: monitoring },
  { title: 'Controls and standards', entries: security },
  { title: 'What comes back, and when', entries: recovery },
  { title: 'What is carried, and what grows', entries: growth },
]

export const entries: readonly Entry[] = groups.flatMap((group) => group.entries)
