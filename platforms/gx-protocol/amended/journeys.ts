// The ways on which things are done.

import { journey } from 'seaworthy'
import { says } from '../as-written/says.ts'
import { database, gateway, identity, ingress, outbox, projector } from './components.ts'
import { fabric } from './ledgers.ts'

// The flow that the document draws, as the calls really go: services leave work in the database, and workers take it up
// there. Each box is its first example, since the others of it stand for the same way.
export const traffic = journey('traffic-flow', {
  path: [ingress, gateway, identity, database],
  stated: says('8.2', [943, 945]),
})
export const submitting = journey('submission', {
  path: [outbox, fabric.port('orderer')],
  stated: says('8.2', 946, 947),
})

// Events become rows.
export const projection = journey('projection', { path: [projector, database], stated: says('7.1', 791, 793) })
