// Every fact of the document, by area: what shows it, and what would be different if it were not so.

import type { Fact, Facts } from '../facts/fact.ts'
import asWritten from './as-written.ts'
import { capacity } from './facts/capacity.ts'
import { cluster } from './facts/cluster.ts'
import { environments } from './facts/environments.ts'
import { monitoring } from './facts/monitoring.ts'
import { network } from './facts/network.ts'
import { notYet } from './facts/not-yet.ts'
import { placement } from './facts/placement.ts'
import { procedures } from './facts/procedures.ts'
import { quotas } from './facts/quotas.ts'
import { renderedCopies } from './facts/rendered-copies.ts'
import { renderedNamespaces } from './facts/rendered-namespaces.ts'
import { renderedPlacement } from './facts/rendered-placement.ts'
import { renderedStores } from './facts/rendered-stores.ts'
import { security } from './facts/security.ts'
import { standby } from './facts/standby.ts'
import { stores } from './facts/stores.ts'
import { notShown } from './facts/waiting.ts'
import { workloads } from './facts/workloads.ts'
import platform from './platform.ts'

const shown: readonly Fact[] = [
  ...capacity, //
  ...cluster,
  ...environments,
  ...monitoring,
  ...network,
  ...placement,
  ...procedures,
  ...quotas,
  ...renderedCopies,
  ...renderedNamespaces,
  ...renderedPlacement,
  ...renderedStores,
  ...security,
  ...standby,
  ...stores,
  ...workloads,
]

export const gxProtocol: Facts = { platform, asWritten, facts: [...shown, ...notShown(notYet, shown)] }
