// Known faults that nothing finds, each with what is missing.

import type { Named } from '../../findings/entry.ts'
import { charts } from './named/charts.ts'
import { cluster } from './named/cluster.ts'
import { drawings } from './named/drawings.ts'
import { environments } from './named/environments.ts'
import { growth } from './named/growth.ts'
import { monitoring } from './named/monitoring.ts'
import { network } from './named/network.ts'
import { pipeline } from './named/pipeline.ts'
import { pods } from './named/pods.ts'
import { recovery } from './named/recovery.ts'
import { security } from './named/security.ts'
import { storage } from './named/storage.ts'

export const named: readonly Named[] = [
  ...drawings,
  ...cluster,
  ...charts,
  ...pipeline,
  ...environments,
  ...pods,
  ...network,
  ...storage,
  ...monitoring,
  ...security,
  ...recovery,
  ...growth,
]
