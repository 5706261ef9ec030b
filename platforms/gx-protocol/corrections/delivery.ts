// One tool that deploys, in waves, and nothing planned that calls what nobody plans.

import { environment, planned, wave } from 'seaworthy'
import type { Component } from '../../../src/platform/component.ts'
import type { Cluster } from '../../../src/platform/model.ts'
import { type Correction, change, corrected, held, listed } from '../../findings/changing.ts'

/** The checklists as waves of the delivery, the schema between the store and what calls it; people only look. */
export const deploysInWaves: Correction = (gx) => {
  const mainnet = gx.environments.find((one) => one.is === 'environment' && one.name === 'mainnet')
  const runs = mainnet?.is === 'environment' ? mainnet.runs : []
  const named = (...names: readonly string[]) =>
    runs.filter((one): one is Component => one.is === 'component' && names.includes(one.name))
  const services = ['svc-identity', 'svc-wallet', 'svc-tokenomics']
  return corrected(gx, [
    change('procedure', ['infrastructure-deployment', 'application-deployment'], (options) => ({
      ...options,
      steps: listed(options.steps).filter(({ does }) => does === 'verify'),
    })),
    change('delivery', ['gitops'], (options) => ({
      ...options,
      waves: [
        wave('stores', { applies: named('postgres', 'redis'), migrates: named('postgres') }),
        wave('workers', { applies: named('outbox-submitter', 'projector') }),
        wave('services', { applies: named(...services) }),
        wave('gateway', { applies: named('api-gateway') }),
      ],
    })),
  ])
}

/** The ledger that Devnet calls is planned with it. */
export const plansTheLedgerToo = change('platform', ['gx-protocol'], (options) => {
  const devnet = listed(options.environments).find(({ is }) => is === 'planned')
  const { on, instead } = held(devnet?.value)
  const [[, ledger] = []] = instead as readonly (readonly Component[])[]
  const place = environment('fabric-devnet', {
    on: on as Cluster,
    namespace: 'fabric-devnet',
    purpose: 'development',
    runs: ledger ? [ledger] : [],
  })
  return { ...options, environments: [...listed(options.environments), planned(place)] }
})
