// All known faults of the document, grouped by what lies at their root. Each is put right in the amended platform.

import type { Entry, Group } from '../../findings/entry.ts'
import { delivery } from './delivery.ts'
import { recovery } from './recovery.ts'
import { topology } from './topology.ts'

export const groups: readonly Group[] = [
  { title: 'What comes back, and what takes over', entries: recovery },
  { title: 'What is drawn', entries: topology },
  { title: 'How it is built, delivered and guarded', entries: delivery },
]

export const entries: readonly Entry[] = groups.flatMap((group) => group.entries)
