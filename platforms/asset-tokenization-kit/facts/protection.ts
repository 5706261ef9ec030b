// Data protection, controls and recovery: what is copied and where it lies, who looks, and how long people do without.

import type { Claim } from '../../facts/claim.ts'
import { holds, kept } from '../../facts/claim.ts'
import type { Fact } from '../../facts/fact.ts'
import { change, components } from '../../findings/changing.ts'
import { recoveredIn, unfulfilled } from './edits.ts'
import { shown } from './shown.ts'

const fulfilled = (control: string, ...says: readonly string[]): Claim =>
  holds(`fulfilled/asset-tokenization-kit/${control}`, ...says)

// A second more than people do without, promised of the part that they need.
const continued = (number: number, title: string, of: string, downAtMost: string, longer: string): Fact =>
  shown(number, title, {
    kinds: ['check', 'drill'],
    holds: [
      holds(
        `continues/production/${of}`,
        `within ${downAtMost}`,
        'it needs the data of production, which is promised back',
      ),
    ],
    unless: recoveredIn('data', longer),
  })

export const protection: readonly Fact[] = [
  shown(40, 'copies of the database and of objects go to the store of copies, in two regions', {
    kinds: ['check', 'render'],
    holds: [
      kept('retains/production/database', 'snapshots lies in eu-central-1 and eu-west-3'),
      kept('retains/production/storage', 'storage-full lies in eu-central-1 and eu-west-3'),
    ],
    unless: components(['storage'], (options) => ({ ...options, backups: [] })),
  }),
  shown(134, 'who may do what is said, who did what is written down, and kept', {
    kinds: ['check'],
    holds: [
      kept('audits/production/audit-log', 'at level Metadata'),
      kept('accounts/production/leastPrivilege'),
      kept('gathered/asset-tokenization-kit/log-collection', 'kept for 2645d in all'),
    ],
    unless: change('cluster', ['kubernetes'], (options) => ({
      ...options,
      server: { audit: 'None', encryptsSecrets: true },
    })),
  }),
  shown(135, 'rows of persons, and every copy of them, lie in two regions of one law', {
    kinds: ['express', 'check'],
    holds: [
      kept('resides/production/personal', 'lies in eu-central-1, eu-west-3 only'),
      kept('resides/disaster-recovery/personal'),
    ],
    unless: change('bucket', ['database-log'], (options) => ({ ...options, replicatesTo: [{ region: 'us-west-1' }] })),
  }),
  continued(149, 'tokens can be dealt in again within the hour', 'token operations', '1h', '2h'),
  continued(150, 'users sign in again within half an hour', 'user authentication', '30m', '1h'),
  shown(151, 'figures are there again within four hours', {
    kinds: ['check', 'drill'],
    holds: [holds('continues/production/data analytics', 'within 4h')],
    unless: recoveredIn('application', '5h'),
  }),
  continued(152, 'who administers is served again within eight hours', 'administrative functions', '8h', '9h'),
  shown(190, 'the network is cut into parts, by promises that are kept', {
    kinds: ['check', 'document'],
    holds: [fulfilled('network security', 'onlyCalls/production', 'reachedOnlyBy/production/cache')],
    unless: unfulfilled('network security'),
  }),
  shown(191, 'containers may do little, in every environment with rows of production', {
    kinds: ['check', 'deliver'],
    holds: [fulfilled('container security', 'hardened/production', 'hardened/disaster-recovery')],
    unless: components(['web-frontend'], ({ security, ...options }) => options),
  }),
  shown(
    268,
    'each claim of the summary stands on verdicts: available, scaling, secure, several environments, watched',
    {
      kinds: ['check'],
      holds: [
        kept('control-plane/kubernetes'),
        kept('maxima/kubernetes'),
        fulfilled('data security'),
        kept('promoted/production/versions'),
        kept('overlooks/asset-tokenization-kit/monitoring-stack'),
        kept('covered/production/monitoring'),
      ],
      unless: unfulfilled('data security'),
    },
  ),
]
