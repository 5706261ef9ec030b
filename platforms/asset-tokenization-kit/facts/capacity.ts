// Performance and scaling: how far each way of scaling goes, and when what grows is full.

import type { Claim } from '../../facts/claim.ts'
import { kept } from '../../facts/claim.ts'
import type { Fact } from '../../facts/fact.ts'
import { components, held } from '../../findings/changing.ts'
import { forecast } from './edits.ts'
import { shown } from './shown.ts'

const forecasts = (name: string, ...says: readonly string[]): Claim =>
  kept(`forecasts/asset-tokenization-kit/${name}`, ...says)

const scaled =
  'bounded/production/horizontal/api-backend-pods-at-most-plus-web-frontend-pods-at-most-plus-subgraph-pods-at-most'

const grows = (name: string, is: string) => forecast(name, (options) => ({ ...options, grows: is }))

export const capacity: readonly Fact[] = [
  shown(157, 'all that autoscalers may add comes to 20 pods', {
    kinds: ['check'],
    holds: [kept(scaled, '17 + 3 = 20, at most 20')],
    unless: components(['web-frontend'], (options) => ({ ...options, scales: { ...held(options.scales), to: 10 } })),
  }),
  shown(158, 'no pod may take more than a machine has', {
    kinds: ['check'],
    holds: [kept('withinNode/production/api-backend', 'api-backend may take 1 core; application-1')],
    unless: components(['api-backend'], (options) => ({ ...options, limits: { cpu: 16, memory: '1Gi' } })),
  }),
  shown(159, 'the database has five pods at most', {
    kinds: ['check'],
    holds: [kept('bounded/production/database-pods', '3, at most 5')],
    unless: components(['database'], (options) => ({ ...options, followers: 5 })),
  }),
  shown(160, 'all volumes stay within 10T, and a day is known on which they do not', {
    kinds: ['check'],
    holds: [
      kept('bounded/production/storage', '3132Gi, at most 10T'),
      forecasts('storage', '2T, counted from 2026-11-21, that grow by 50% every quarter are 10T on 2027-11'),
    ],
    unless: components(['database'], (options) => ({
      ...options,
      volume: { ...held(options.volume), size: '4Ti' },
    })),
  }),
  shown(161, 'traffic grows by what is there at once: copies near those who ask, and connections shared out', {
    kinds: ['express'],
    holds: [forecasts('network', 'and more is there at once'), kept('forwards/production/cdn', 'caches')],
    unless: forecast('network', (options) => ({ ...options, lead: '2 weeks' })),
  }),
  shown(256, 'half of all machines is used, a fifth more each month: more has to be ordered three months before', {
    kinds: ['check'],
    holds: [
      forecasts(
        'compute',
        '50%, counted from 2026-11-21, that grow by 20% every month are 100% on 2027-03',
        '3 months before that',
      ),
    ],
    unless: grows('compute', '30%'),
  }),
  shown(257, 'stored is 2T, half as much again each quarter, with a day on which 10T are reached', {
    kinds: ['check'],
    holds: [forecasts('storage', 'are 10T on 2027-11', '1 month before that')],
    unless: grows('storage', '60%'),
  }),
  shown(258, 'through the network go 100G a month, and three tenths more each month', {
    kinds: ['check'],
    holds: [
      forecasts(
        'network',
        '100G in a month, counted from 2026-11-21, that grow by 30% every month are 5T in a month on 2028-02',
      ),
    ],
    unless: grows('network', '40%'),
  }),
  shown(259, 'the database has 500G, a quarter more each quarter, against the volume that it lies on', {
    kinds: ['check'],
    holds: [
      forecasts(
        'database',
        '500G, counted from 2026-11-21, that grow by 25% every quarter are 1.1T of the volume',
        '2 weeks before that',
      ),
    ],
    unless: grows('database', '35%'),
  }),
]
