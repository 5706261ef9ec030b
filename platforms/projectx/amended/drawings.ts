// The logical layout, drawn from what is declared: every component of production, and every call.

import { type Component, drawing } from 'seaworthy'
import { says } from '../as-written/says.ts'
import {
  agencies,
  archive,
  compliance,
  custody,
  devices,
  feed,
  gateway,
  productRegistry,
  services,
} from './components.ts'
import { production } from './environments.ts'
import { blockchain } from './ledger.ts'
import { intake, telemetry } from './monitoring.ts'
import { analytics, broker, database, documents } from './stores.ts'

const to = (called: Component, ...callers: readonly Component[]) => callers.map((caller) => [caller, called] as const)

export const drawings = [
  drawing('logical layout', {
    of: production,
    arrows: [
      [devices, gateway],
      ...services.map((service) => [gateway, service] as const),
      ...to(blockchain, ...services, feed),
      ...to(database, ...services, feed),
      ...to(broker, ...services),
      ...to(archive, productRegistry, compliance),
      [archive, documents],
      [compliance, agencies],
      [feed, analytics],
      [telemetry, intake],
    ],
    says: [
      [blockchain, 'Blockchain Net (Orderers, Peers)'],
      [productRegistry, 'Product Reg.'],
      [custody, 'Custody Orches.'],
      [compliance, 'Compliance Gtw'],
      [analytics, 'Data Lake & Analytics'],
    ],
    stated: says('Logical Layout', [16, 37]),
  }),
]
