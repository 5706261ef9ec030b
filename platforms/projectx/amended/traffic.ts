// What is promised of the way in, of segments and of links.

import { promise } from 'seaworthy'
import { says } from '../as-written/says.ts'
import { agencies, gateway, services } from './components.ts'
import { production, sandbox, staging } from './environments.ts'
import { blockchain } from './ledger.ts'

const of = (...lines: readonly number[]) => says('Networking and Segmentation', ...lines)

const where = { in: production } as const

export const traffic = [
  promise.entersBy([gateway], { ...where, stated: says('Logical Layout, Networking and Segmentation', 17, 49) }),
  promise.privateSegments(services, { ...where, stated: of(49) }),
  promise.mutualTls({ ...where, of: services, stated: of(49) }),
  promise.ownSegments([blockchain], { ...where, stated: of(50) }),
  promise.onlyCalls({ ...where, stated: of(50) }),
  promise.privateLinks([agencies], { ...where, stated: of(51) }),
  promise.privateLinks([sandbox], { in: staging, stated: of(51) }),
]
