// What every estate is asked without anybody promising it, in the order of this list. One line per question.

import { admitted } from './admission/admitted.ts'
import { asPlanned } from './admission/as-planned.ts'
import { quota } from './admission/quota.ts'
import { secured } from './admission/secured.ts'
import { fires } from './alerting/fires.ts'
import { notifies } from './alerting/notifies.ts'
import { routed } from './alerting/routed.ts'
import { scraped } from './alerting/scraped.ts'
import { watched } from './alerting/watched.ts'
import type { AnyQuestion } from './define.ts'
import { drains } from './disruption/drains.ts'
import { finishes } from './disruption/finishes.ts'
import { keepsRows } from './disruption/keeps-rows.ts'
import { quorum } from './disruption/quorum.ts'
import { starts } from './disruption/starts.ts'
import { runsAs } from './images/runs-as.ts'
import { scheduled } from './jobs/scheduled.ts'
import { tables } from './names/tables.ts'
import { hostPorts } from './placement/host-ports.ts'
import { placed } from './placement/placed.ts'
import { reaches } from './reachability/reaches.ts'
import { selects } from './reachability/selects.ts'
import { agrees } from './recovery/agrees.ts'
import { archives } from './recovery/archives.ts'
import { roles } from './recovery/roles.ts'
import { shares } from './recovery/shares.ts'
import { refers } from './references/refers.ts'
import { served } from './references/served.ts'
import { scales } from './scaling/scales.ts'
import { survivesNode } from './survival/survives-node.ts'
import { survivesZone } from './survival/survives-zone.ts'
import { enters } from './traffic/enters.ts'
import { looksUp } from './traffic/looks-up.ts'

export const questions: readonly AnyQuestion[] = [
  admitted,
  asPlanned,
  agrees,
  archives,
  drains,
  finishes,
  enters,
  fires,
  hostPorts,
  keepsRows,
  looksUp,
  notifies,
  placed,
  quorum,
  quota,
  reaches,
  refers,
  roles,
  routed,
  runsAs,
  scales,
  scheduled,
  scraped,
  secured,
  shares,
  selects,
  served,
  starts,
  tables,
  watched,
  survivesNode,
  survivesZone,
]
