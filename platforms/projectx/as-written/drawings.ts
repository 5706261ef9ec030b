// The logical layout, as it is drawn: the services stand in the box of the mesh.

import { drawing } from 'seaworthy'
import { blockchain, compliance, custody, devices, gateway, productRegistry, services } from './components.ts'
import { production } from './environments.ts'
import { says } from './says.ts'

export const drawings = [
  drawing('logical layout', {
    of: production,
    arrows: [
      [devices, gateway],
      ...services.map((service) => [gateway, service] as const),
      ...services.map((service) => [service, blockchain] as const),
      [blockchain, 'Data Lake & Analytics'],
    ],
    says: [
      [blockchain, 'Blockchain Net (Validator Nodes)'],
      [productRegistry, 'Product Reg.'],
      [custody, 'Custody Orches.'],
      [compliance, 'Compliance Gtw'],
    ],
    stated: says('Logical Layout', [16, 37]),
  }),
]
