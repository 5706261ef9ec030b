// Helm charts: that what they make is what is declared, and that nothing is refused.

import { written } from 'seaworthy'
import type { Claim } from '../../facts/claim.ts'
import { kept } from '../../facts/claim.ts'
import type { Fact } from '../../facts/fact.ts'
import { change, listed } from '../../findings/changing.ts'
import { environment } from './edits.ts'
import { shown } from './shown.ts'

const noneRefused: Claim = {
  asks: ['admitted'],
  misses: ({ verdicts }) => {
    const refused = [...verdicts.values()].filter((one) => one.verdict === 'broken').map(({ id }) => id)
    return refused.length === 0 ? undefined : `refused: ${refused.join(', ')}`
  },
}

const wrong = written({
  apiVersion: 'v1',
  kind: 'ConfigMap',
  metadata: { name: 'settings', namespace: 'production' },
  data: { LOG_LEVEL: 3 },
})

export const charts: readonly Fact[] = [
  shown(215, 'every object is held against its schema, and none is refused', {
    kinds: ['check'],
    holds: [noneRefused],
    unless: environment('production', (options) => ({ ...options, includes: [...listed(options.includes), wrong] })),
  }),
  shown(228, 'charts make what is declared: a store is no Deployment', {
    kinds: ['check'],
    holds: [kept('charted/asset-tokenization-kit/atk', 'redis makes a StatefulSet of cache')],
    unless: change('chart', ['redis'], (options) => ({ ...options, makes: ['Deployment', 'Service', 'ConfigMap'] })),
  }),
]
