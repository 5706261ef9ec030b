// The mesh behind the gateway: what shows no certificate of it is refused.

import { mesh } from 'seaworthy'
import { says } from '../as-written/says.ts'

export const serviceMesh = mesh('service-mesh', {
  by: 'istio',
  version: '1.29',
  mtls: 'strict',
  stated: says('Logical Layout, Networking and Segmentation', 17, 49),
})
