// All known faults of the document that a rule finds, grouped by what lies at their root.

import type { Entry, Group } from '../../findings/entry.ts'
import { capacity } from './capacity.ts'
import { delivery } from './delivery.ts'
import { drills } from './drills.ts'
import { estimates } from './estimates.ts'
import { manifests } from './manifests.ts'
import { monitoring } from './monitoring.ts'
import { network } from './network.ts'
import { nodeLoss } from './node-loss.ts'
import { placement } from './placement.ts'
import { policies } from './policies.ts'
import { security } from './security.ts'
import { stores } from './stores.ts'
import { sums } from './sums.ts'

export const groups: readonly Group[] = [
  { title: 'Sums and figures', entries: [...sums, ...estimates] },
  { title: 'Room: quotas, volumes and what grows', entries: capacity },
  { title: 'A lost node, and where pods stand', entries: [...nodeLoss, ...placement] },
  { title: 'Stores, their members and their copies', entries: stores },
  { title: 'Manifests as they are shown', entries: manifests },
  { title: 'Who reaches whom', entries: [...network, ...policies] },
  { title: 'Who is told', entries: monitoring },
  { title: 'Rights, images, secrets and names', entries: security },
  { title: 'Drills and delivery', entries: [...drills, ...delivery] },
]

export const entries: readonly Entry[] = groups.flatMap((group) => group.entries)
