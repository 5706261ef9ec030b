// The logical layout: who runs, and who calls whom.

import { client, external, gateway as gatewayOf, ledger, service } from 'seaworthy'
import { government, nodes } from './consortium.ts'
import { core, toAgencies } from './network.ts'
import { says } from './says.ts'
import { autoscaling } from './scaling.ts'
import { database } from './stores.ts'

const drawn = (...lines: readonly number[]) => says('Logical Layout', ...lines)

// Drawn as validators; said elsewhere to be orderers and peers. Nobody says how many there are.
export const blockchain = ledger('blockchain', {
  validators: { stated: drawn(29, 30) },
  orderers: nodes,
  peers: nodes,
  stated: drawn(28, 29, 30),
})

const behindMesh = (name: string, line: number) =>
  service(name, {
    listens: 'http',
    calls: [database, blockchain],
    scales: autoscaling,
    in: core,
    cites: {
      calls: says('Logical Layout, Hosting Strategy', [25, 29], 44),
      in: says('Networking and Segmentation', 49),
    },
    stated: drawn(line),
  })

export const identity = behindMesh('identity', 19)
export const productRegistry = behindMesh('product-registry', 20)
export const custody = behindMesh('custody-orchestration', 21)
export const billing = behindMesh('billing', 22)
export const compliance = behindMesh('compliance-gateway', 23)

export const services = [identity, productRegistry, custody, billing, compliance]

export const gateway = gatewayOf('api-gateway', {
  listens: 'http',
  scales: autoscaling,
  calls: services,
  stated: drawn(17),
})

export const devices = client('client-devices', { calls: [gateway], stated: drawn(17) })

/** What government agencies offer. */
export const agencies = external('government-agencies', {
  of: government,
  over: toAgencies,
  stated: says('Networking and Segmentation', 51),
})
