// Overview, matrix: six contexts on one platform, and the service of each.

import { kept } from '../../facts/claim.ts'
import type { Fact } from '../../facts/fact.ts'
import { audityzer } from '../as-written/contexts.ts'
import { with_ } from './told.ts'

const listed = [
  { id: 'BK-22', context: 'bakhmach-hub', service: 'bakhmach-core' },
  { id: 'BK-23', context: 'slon-credit', service: 'slon-finance' },
  { id: 'BK-24', context: 'audityzer-eu', service: 'audityzer-audit' },
  { id: 'BK-25', context: 'debt-defense-agent', service: 'debt-agent-ai' },
  { id: 'BK-26', context: 'black-sea-economic-corridor', service: 'trade-connector' },
  { id: 'BK-27', context: 'cannabis-infusion', service: 'infusion-processor' },
].map(
  ({ id, context, service }): Fact => ({
    id,
    title: `the context ${context} is there, and ${service} is its own`,
    kinds: ['express'],
    holds: [kept(`belongs/bakhmach-business-hub/${context}`, `${service} belongs to ${context}`)],
    unless: with_(service, { context: context === audityzer.name ? 'all' : audityzer }),
  }),
)

export const contexts: readonly Fact[] = [
  {
    id: 'BK-21',
    title: 'six contexts share the platform, and something of production belongs to each',
    kinds: ['express'],
    holds: [kept('figure/production/contexts', '6, as stated')],
    unless: with_('slon-finance', { context: 'all' }),
  },
  ...listed,
]
