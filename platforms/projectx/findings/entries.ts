// All known faults of the document that a rule finds, grouped by what lies at their root.

import type { Entry, Group } from '../../findings/entry.ts'
import { choices } from './choices.ts'
import { layout } from './layout.ts'
import { tiers } from './tiers.ts'

export const groups: readonly Group[] = [
  { title: 'What is drawn', entries: layout },
  { title: 'Regions and environments', entries: tiers },
  { title: 'What is left open, or said of a part only', entries: choices },
]

export const entries: readonly Entry[] = groups.flatMap((group) => group.entries)
