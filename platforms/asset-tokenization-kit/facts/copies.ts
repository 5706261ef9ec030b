// Persistent volumes: how often each is copied, how long copies are at hand, and how long they lie in an archive.

import { holds } from '../../facts/claim.ts'
import type { Fact } from '../../facts/fact.ts'
import { components, listed } from '../../findings/changing.ts'
import { shown } from './shown.ts'

const copied = (number: number, title: string, store: string, ...says: readonly string[]): Fact =>
  shown(number, title, {
    kinds: ['render', 'check'],
    holds: [holds(`retains/production/volumes/${store}`, ...says)],
    unless: components([store], (options) => ({
      ...options,
      backups: listed(options.backups).map((copy) => ({ ...copy, keep: '3h' })),
    })),
  })

export const copies: readonly Fact[] = [
  copied(
    136,
    'copies of the database are at hand for a month, and in an archive for a year',
    'database',
    '30d',
    '365d',
  ),
  copied(
    137,
    'copies of shared volumes are at hand for a week, and in an archive for a quarter',
    'shared-volumes',
    '7d',
  ),
  copied(138, 'copies of the cache are at hand for a day', 'cache', 'is taken every 1h'),
  copied(
    139,
    'copies of logs are at hand for a quarter, and in an archive for seven years',
    'log-volumes',
    '90d',
    '2555d',
  ),
]
