// What is wrong with the document and no rule finds, with the reason.

import type { Named } from '../../findings/entry.ts'
import { cache } from './named/cache.ts'
import { delivery } from './named/delivery.ts'
import { drawings } from './named/drawings.ts'
import { environments } from './named/environments.ts'
import { mesh } from './named/mesh.ts'
import { monitoring } from './named/monitoring.ts'
import { recovery } from './named/recovery.ts'
import { roadmap } from './named/roadmap.ts'
import { scaling } from './named/scaling.ts'
import { security } from './named/security.ts'
import { services } from './named/services.ts'
import { stores } from './named/stores.ts'
import { versions } from './named/versions.ts'

export const named: readonly Named[] = [
  ...versions,
  ...services,
  ...stores,
  ...cache,
  ...drawings,
  ...mesh,
  ...security,
  ...environments,
  ...scaling,
  ...recovery,
  ...monitoring,
  ...delivery,
  ...roadmap,
]
