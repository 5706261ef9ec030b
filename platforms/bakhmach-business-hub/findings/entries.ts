// What is wrong with the document and found by a rule, grouped by what it is about.

import type { Entry, Group } from '../../findings/entry.ts'
import { cache } from './cache.ts'
import { delivery } from './delivery.ts'
import { drawings } from './drawings.ts'
import { environments } from './environments.ts'
import { mesh } from './mesh.ts'
import { monitoring } from './monitoring.ts'
import { recovery } from './recovery.ts'
import { roadmap } from './roadmap.ts'
import { scaling } from './scaling.ts'
import { security } from './security.ts'
import { services } from './services.ts'
import { stores } from './stores.ts'
import { versions } from './versions.ts'

export const groups: readonly Group[] = [
  { title: 'Versions and what is left open', entries: versions },
  { title: 'Services and what they are given', entries: services },
  { title: 'Databases', entries: stores },
  { title: 'Cache and events', entries: cache },
  { title: 'The drawing of the network', entries: drawings },
  { title: 'Mesh', entries: mesh },
  { title: 'Security', entries: security },
  { title: 'Environments', entries: environments },
  { title: 'Scaling', entries: scaling },
  { title: 'Disaster recovery', entries: recovery },
  { title: 'Monitoring', entries: monitoring },
  { title: 'Delivery', entries: delivery },
  { title: 'Roadmap and the paper itself', entries: roadmap },
]

export const entries: readonly Entry[] = groups.flatMap((group) => group.entries)
