// Sections 3.1, 10.2, 10.3, appendix A and the head of the document: decisions, drills, delivery, and the document itself.

import { broken, holds, kept } from '../../facts/claim.ts'
import type { Fact } from '../../facts/fact.ts'
import { change, listed } from '../../findings/changing.ts'

const withoutOption = (name: string) =>
  change('decision', ['architecture', 'disaster-recovery'], (options) => ({
    ...options,
    options: listed(options.options).filter((option) => option.name !== name),
  }))

export const procedures: readonly Fact[] = [
  {
    id: 'GX-32',
    title: 'the second cluster on standby is put off, and what rests on it is not kept',
    kinds: ['document', 'check'],
    on: 'as-written',
    holds: [broken('drills/mainnet/cross-region', 'it rests on active-passive multi-cluster, which is deferred')],
    unless: change('option', ['active-passive multi-cluster'], (options) => ({ ...options, verdict: 'rejected' })),
  },
  {
    id: 'GX-33',
    title: 'co-location with isolation by namespaces is selected, and the environments implement it',
    kinds: ['document'],
    holds: [
      kept('decided/gx-protocol/architecture', 'mainnet and testnet implement co-located with namespace isolation'),
    ],
    unless: withoutOption('co-located with namespace isolation'),
  },
  {
    id: 'GX-182',
    title: 'once a quarter production is brought back in another region',
    kinds: ['drill', 'check'],
    holds: [
      holds(
        'drills/rehearsal/cross-region',
        'every quarter',
        'a cluster in another region is there: gx-protocol-standby',
      ),
    ],
    unless: change('node', ['standby-1', 'standby-2', 'standby-3'], (options) => ({ ...options, zone: 'primary-dc' })),
  },
  {
    id: 'GX-268',
    title: 'the document says its version, owner and next review, which is long over',
    kinds: ['document', 'check'],
    on: 'as-written',
    holds: [
      broken(
        'reviewed/gx-protocol/document',
        'version 1.0 of 2025-11-13, is in production',
        'GX Protocol DevOps Team was to look at it again by 2025-12-13',
      ),
    ],
    unless: change('paper', [''], (options) => ({
      ...options,
      nextReview: '2026-12-13',
    })),
  },
]
