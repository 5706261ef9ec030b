// The scaling strategy once more, with what it says of the targets that the environments say themselves; and the program
// that everything is deployed with.

import { promise, tool, total } from 'seaworthy'
import { gateway, services } from './components.ts'
import { production, staging } from './environments.ts'
import { says } from './says.ts'
import { targets, targetsStated } from './scaling.ts'

export const tools = [tool('Helm', { version: '3.12', orNewer: true, stated: says('Cloud Deployment Stack', 22) })]

export const capacity = [
  promise.figure(total.contexts(production), { in: production, is: 6, stated: says('System Overview', 7) }),
  ...[staging, production].map((each) =>
    promise.autoscales(targets, { of: [gateway, ...services], in: each, name: 'strategy', stated: targetsStated }),
  ),
]
