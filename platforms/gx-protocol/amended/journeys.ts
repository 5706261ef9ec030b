// The ways on which things are done.

import { journey } from 'seaworthy'
import { says } from '../as-written/says.ts'
import { database, gateway, identity, ingress, outbox, projector } from './components.ts'
import { fabric } from './ledgers.ts'

// The flow that the document draws: each box as its first example, since the others of it stand for the same way.
export const traffic = journey('traffic-flow', {
  path: [ingress, gateway, identity, outbox, fabric.port('orderer')],
  stated: says('8.2', [943, 947]),
})

// Events become rows.
export const projection = journey('projection', { path: [projector, database], stated: says('7.1', 791, 793) })
