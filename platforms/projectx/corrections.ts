// What would put each fault right, one change of the platform each, to be argued with one by one.

import { call, cluster, environment, pool, rolling, rollout } from 'seaworthy'
import type { Component } from '../../src/platform/component.ts'
import type { Environment } from '../../src/platform/model.ts'
import { worldsOf } from '../../src/platform/worlds.ts'
import { type Correction, change, components, held, listed, promises } from '../findings/changing.ts'
import { blockchain, gateway, services } from './as-written/components.ts'
import { analytics, database } from './as-written/stores.ts'

const platform = (edit: Parameters<typeof change>[2]) => change('platform', ['projectx'], edit)

/** Those that put transactions in order, and those that validate them: so many of each. */
export const oneKindOfLedger = components(['blockchain'], ({ validators: _, ...options }) => ({
  ...options,
  orderers: { ...held(options.orderers), count: 3, port: 7050 },
  peers: { ...held(options.peers), count: 6, port: 7051 },
}))

const regioned = change('cluster', ['production'], (options) => ({ ...options, region: 'eu-central-1' }))
const machines = [pool('workers', { scales: 'autoscaler' })]
const elsewhere = cluster('second', { region: 'eu-west-3', pools: machines })

const withStandby: Correction = (px) =>
  platform((options) => {
    const production = px.environments.find((one) => one.is === 'environment' && one.name === 'production')
    return {
      ...options,
      environments: [
        ...listed(options.environments),
        environment('standby', {
          on: elsewhere,
          namespace: 'production',
          purpose: 'production',
          standbyOf: production as Environment,
          like: production as Environment,
        }),
      ],
    }
  })(px)

/** What is written is written in a second region too. */
const copiedElsewhere = components(['postgres', 'documents', 'warehouse', 'broker'], (options) => ({
  ...options,
  replicatesTo: [{ region: 'eu-west-3', lag: '1m' }],
}))

/** Two regions, and something of each store in both. */
export const twoRegions: Correction = (px) => copiedElsewhere(withStandby(regioned(px)))

/** What comes from each environment is told apart, and read by those who are let into it. */
export const toldApart = change('monitoring', ['observability', 'distributed-tracing'], (options) => ({
  ...options,
  label: 'environment',
  reads: 'own-environment',
}))

/** All that watches stands in a place of its own. */
export const standsApart: Correction = (px) =>
  platform((options) => ({
    ...options,
    environments: [
      ...listed(options.environments),
      environment('observability', {
        on: cluster('operations', { pools: machines }),
        namespace: 'observability',
        purpose: 'shared',
        runs: px.monitoring.flatMap(({ by }) => by),
      }),
    ],
  }))(px)

/** What may differ stands on a list. */
export const allowedDifferences = promises('mirrors', (options) => ({
  ...options,
  except: ['endpoints', 'size', 'cluster'],
}))

/** The drawing shows every component of production, and every call. */
export const drawnWhole: Correction = (px) =>
  change('drawing', ['logical layout'], (options) => {
    const production = px.environments.find((one) => one.is === 'environment' && one.name === 'production')
    const runs = (production as Environment).runs as readonly Component[]
    const calls = runs.flatMap((one) => listed(held(one.options).calls).map((to) => [one, to] as const))
    return {
      ...options,
      arrows: calls,
      boxes: runs,
      says: [...listed(options.says), [analytics, 'Data Lake & Analytics']],
    }
  })(px)

const named = services.map(({ name }) => name)

/** Members of the ledger show certificates of their own, and ask for one. */
export const ledgerShowsItself = components(named, (options) => ({
  ...options,
  calls: [database, call(blockchain, { tls: 'mutual' })],
}))

/** What shows no certificate of the mesh is refused. */
export const strictMesh = change('mesh', ['service-mesh'], (options) => ({ ...options, by: 'istio', mtls: 'strict' }))

/** Every choice is taken: a VPN, Ansible for what is done in steps, and for all else the first that is named. */
export const decided: Correction = (px) => {
  const meant = ['agency-connectivity=vpn', 'infrastructure as code=ansible']
  const world = worldsOf(px).worlds.find(({ name }) => meant.every((choice) => name.includes(choice)))
  return world?.platform ?? px
}

/** A public way has a reason. */
export const reasonForPublic = change('link', ['public'], (options) => ({
  ...options,
  reason: 'the agency offers no other way',
}))

/** It is said of everything else how it changes. */
export const rolledOneByOne = platform((options) => ({
  ...options,
  rollouts: [rollout('one after the other', { of: [gateway, database, blockchain], by: rolling() })],
}))

/** What is done in steps is run by what takes steps. */
export const stepsInOrder = change('infrastructure', ['runbooks'], (options) => ({ ...options, by: 'ansible' }))
