// Environment Tiering: four environments, what each is for, and whose rows it holds.

import type { World } from '../../../src/check/world.ts'
import { answer, holds, kept } from '../../facts/claim.ts'
import type { Fact } from '../../facts/fact.ts'
import { change, promises } from '../../findings/changing.ts'

const purposes = ({ views }: World) =>
  Object.fromEntries(
    views.flatMap(({ estate }) => estate.environments.map(({ name, purpose }) => [name, purpose] as const)),
  )

const purposed = (name: string, purpose: string) =>
  change('environment', [name], (options) => ({ ...options, purpose }))

const whose = (name: string, data: string) => change('environment', [name], (options) => ({ ...options, data }))

export const environments: readonly Fact[] = [
  {
    id: 'HF-01',
    title: 'four environments, each with a purpose, a way for versions, and whose rows it holds',
    kinds: ['express'],
    holds: [
      answer('purposes', purposes, { dev: 'development', staging: 'staging', prod: 'production', dr: 'recovery' }),
      ...['dev', 'staging', 'prod', 'dr'].map((name) => kept(`promoted/${name}/versions`, `versions come to ${name}`)),
      kept('holds/dev/synthetic'),
      kept('holds/staging/masked'),
      kept('holds/prod/production'),
      kept('rows/dr', 'dr is filled with production rows of prod'),
    ],
    unless: purposed('dr', 'test'),
  },
  {
    id: 'HF-02',
    title: 'Dev is for the development of features, and no rows of production come there',
    kinds: ['express'],
    holds: [
      answer('purpose of Dev', (world) => purposes(world).dev, 'development'),
      kept('holds/dev/synthetic', 'dev is said to hold synthetic rows'),
    ],
    unless: whose('dev', 'production'),
  },
  {
    id: 'HF-04',
    title: 'Dev holds synthetic rows alone',
    kinds: ['secure', 'check'],
    holds: [kept('holds/dev/synthetic', 'dev is said to hold synthetic rows')],
    unless: whose('dev', 'masked'),
  },
  {
    id: 'HF-07',
    title: 'Staging holds rows of production in which persons are unknown, made so on the way',
    kinds: ['secure', 'check'],
    holds: [
      kept('holds/staging/masked'),
      holds('rows/staging', 'filled with production rows of prod, masked on the way by anonymise'),
    ],
    unless: change('environment', ['staging'], (options) => ({
      ...options,
      dataFrom: { ...(options.dataFrom as object), masks: false },
    })),
  },
  {
    id: 'HF-08',
    title: 'Prod alone serves callers from outside, by one door, and DR once they are led there',
    kinds: ['express'],
    holds: [
      kept('entersBy/prod/entry', 'internet come by load-balancer, and nothing else opens a door'),
      kept('recovers/prod/loss-of-a-region/traffic', 'traffic leads elsewhere after'),
      answer(
        'what is production',
        (world) => Object.entries(purposes(world)).flatMap(([name, purpose]) => (purpose === 'production' ? name : [])),
        ['prod'],
      ),
    ],
    unless: purposed('staging', 'production'),
  },
  {
    id: 'HF-11',
    title: 'Prod holds real rows, and they leave it for a lower tier by nothing that does not mask them',
    kinds: ['secure'],
    holds: [kept('holds/prod/production'), holds('rows/staging', 'masked on the way')],
    unless: change('environment', ['staging'], (options) => ({
      ...options,
      dataFrom: { ...(options.dataFrom as object), masks: false, with: undefined },
    })),
  },
  {
    id: 'HF-12',
    title: 'DR is an environment of its own, in another region than Prod',
    kinds: ['express', 'render'],
    holds: [
      kept('spans/prod', 'there are 2 (eu-central-1, eu-west-3)'),
      kept('stands-by/dr', 'dr stands on eks-dr, prod on eks'),
    ],
    unless: change('cluster', ['eks-dr'], (options) => ({ ...options, region: 'eu-west-3' })),
  },
  {
    id: 'HF-13',
    title: 'DR is a warm standby: half of it stands, and a step with a time brings it to full size',
    kinds: ['check', 'drill'],
    holds: [
      kept('stands-by/dr', '50% of prod stands in dr'),
      kept('takes-over/prod/dr', 'dr runs all of it', 'bring the standby to full size brings it to full size'),
    ],
    unless: change('environment', ['dr'], (options) => ({ ...options, standbyAt: '100%' })),
  },
  {
    id: 'HF-14',
    title: 'DR has real rows, as they are written; every store of Prod follows there, or is made again from what does',
    kinds: ['check'],
    holds: [
      kept('rows/dr', 'dr is filled with production rows of prod'),
      kept('outlives/prod/postgresql', 'the replica in eu-central-1 is left of postgresql'),
      ...['kafka', 'redis', 'state'].map((store) =>
        kept(`recovers/prod/any-failure/${store}-after-loss-of-a-region`, `what ${store} holds is made again`),
      ),
    ],
    unless: change('component', ['postgresql'], (options) => ({ ...options, replicatesTo: [] })),
  },
  {
    id: 'HF-49',
    title: 'at most five minutes are lost, and no part is promised to lose more of what is written there first',
    kinds: ['check', 'drill'],
    holds: [
      holds(
        'recovers/prod/any-failure/prod',
        'postgresql is promised back within 15m, with at most 5m lost',
        'state is promised back within 15m, with at most 15m lost',
      ),
      kept('recovers/prod/any-failure/postgresql-after-loss-of-a-region', 'but for 0s to 60s, and at most 5m'),
      kept('recovers/prod/any-failure/postgresql-after-corruption', 'but for 0s to 5m, and at most 5m'),
      kept('recovers/prod/any-failure/state-after-loss-of-a-region', 'nothing is written there first'),
    ],
    unless: promises('recovers', (options) =>
      options.losing === '5m' && options.by ? { ...options, losing: '10m' } : options,
    ),
  },
  {
    id: 'HF-50',
    title: 'all is back within an hour, by steps whose times are added up',
    kinds: ['check', 'drill'],
    holds: [
      holds(
        'recovers/prod/any-failure/prod',
        'the region is lost takes 49m to 50m30s, within 1h',
        'rows went wrong takes 47m, within 1h',
      ),
    ],
    unless: promises('recovers', (options) => (options.within === '1h' ? { ...options, within: '45m' } : options)),
  },
]
