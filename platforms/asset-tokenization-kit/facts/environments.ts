// Environment Management: the seven environments, what sets them apart, and the way from one to the next.

import type { World } from '../../../src/check/world.ts'
import { answer, holds, kept } from '../../facts/claim.ts'
import type { Fact } from '../../facts/fact.ts'
import { change, held } from '../../findings/changing.ts'
import { kubernetes } from '../amended/cluster.ts'
import { environment, share, unwatched } from './edits.ts'
import { shown } from './shown.ts'

const standOn =
  (cluster: string) =>
  ({ views }: World) =>
    views
      .filter(({ estate }) => estate.cluster === cluster)
      .flatMap(({ estate }) => estate.environments.map(({ name }) => name))
      .sort()

const into = (to: string, edit: Parameters<typeof change>[2]) =>
  change('promotion', [''], (options) => (held(options.to).name === to ? edit(options) : options))

export const environments: readonly Fact[] = [
  shown(2, 'what developers share has a cluster of its own, and so have their branches', {
    kinds: ['express', 'run'],
    holds: [answer('what stands there', standOn('development'), ['feature-branch', 'shared-development'])],
    unless: environment('feature-branch', (options) => ({ ...options, on: kubernetes })),
  }),
  shown(6, 'production outlives a node, is watched, and something takes over from it', {
    kinds: ['check'],
    holds: [
      kept('survives-node/production/api-backend'),
      kept('covered/production/monitoring', 'monitoring-stack watch production'),
      kept('takes-over/production/disaster-recovery'),
    ],
    unless: unwatched,
  }),
  shown(7, 'what takes over has the rows of production, all that runs there, and stands elsewhere', {
    kinds: ['express', 'drill'],
    holds: [
      kept('stands-by/disaster-recovery', 'disaster-recovery stands on disaster-recovery, production on kubernetes'),
      kept('takes-over/production/disaster-recovery', 'disaster-recovery runs all of it'),
      kept('rows/disaster-recovery'),
    ],
    unless: environment('disaster-recovery', ({ standbyOf, standby, ...options }) => options),
  }),
  shown(8, 'versions go from one environment to the next, and none is skipped', {
    kinds: ['express', 'deliver'],
    holds: [
      kept('drawn/asset-tokenization-kit/environment hierarchy', 'all arrows are ways that are declared: 6'),
      kept('promoted/production/versions', 'promotion from pre-production to production'),
    ],
    unless: into('production', ({ from, ...options }) => options),
  }),
  shown(10, 'an environment has variables, secrets, features and scaling of its own', {
    kinds: ['express', 'render'],
    holds: [
      kept('configures/production', 'features of production: restricted', 'variables of production: LOG_LEVEL'),
      kept('configures/local-development', 'features of local-development: permissive'),
    ],
    unless: environment('production', ({ features, ...options }) => options),
  }),
  shown(15, 'on a developer’s machine is the least of all, made-up rows, and each change', {
    kinds: ['express'],
    holds: [kept('allots/local-development/least'), kept('promoted/local-development/versions', 'working-copy')],
    unless: environment('local-development', (options) => ({ ...options, replicas: 60 })),
  }),
  shown(16, 'what developers share is there for 95% of the time', {
    kinds: ['express', 'observe'],
    holds: [
      holds('availability/shared-development/budget', 'within the promised 95%'),
      kept('covered/shared-development/monitoring'),
      kept('promoted/shared-development/versions', 'by push'),
    ],
    unless: share('95%', '94%'),
  }),
  shown(17, 'each pull request has an environment of its own, with rows that are made up', {
    kinds: ['express'],
    holds: [kept('promoted/feature-branch/versions', 'from shared-development to feature-branch: by pull-request')],
    unless: into('feature-branch', (options) => ({ ...options, on: 'push' })),
  }),
  shown(18, 'staging is made as production is, with some of its rows, for 99% of the time', {
    kinds: ['express', 'observe'],
    holds: [
      kept('mirrors/staging/production', 'only what may differ does'),
      holds('rows/staging', 'masked on the way by masking'),
      holds('availability/staging/budget', 'within the promised 99%'),
    ],
    unless: share('99%', '98%'),
  }),
  shown(19, 'pre-production requests all that production does, and its rows have no persons', {
    kinds: ['express', 'check'],
    holds: [
      kept('allots/pre-production/production', 'in production is 100 %'),
      holds('rows/pre-production', 'masked on the way by masking'),
      kept('holds/pre-production/masked'),
      holds('availability/pre-production/budget', 'within the promised 99.5%'),
    ],
    unless: environment('pre-production', (options) => ({
      ...options,
      dataFrom: { ...held(options.dataFrom), masks: false },
    })),
  }),
  shown(20, 'production is there for 99.9% of the time, and somebody agrees to each release', {
    kinds: ['express', 'observe'],
    holds: [
      holds('availability/production/budget', 'within the promised 99.9%', '43m12s in 30 days'),
      kept('changes/production/approved'),
    ],
    unless: share('99.9%', '99.8%'),
  }),
  shown(21, 'what takes over is made as production is, and is there within its time', {
    kinds: ['check', 'drill'],
    holds: [
      kept('mirrors/disaster-recovery/production', 'nothing sets disaster-recovery apart from production'),
      holds('recovers/production/disaster-recovery/production', 'complete region failure takes 30m, within 30m'),
    ],
    unless: environment('disaster-recovery', ({ mesh, ...options }) => options),
  }),
]
