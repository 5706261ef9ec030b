// A report for tests of what is written of reports: one of each word, and names that somebody made up to do harm.

import { type Report, tally } from '../../check/report.ts'
import { reason, verdict } from '../../check/sample-verdict.ts'
import type { Verdict } from '../../check/verdict.ts'
import type { FormatOptions } from './format.ts'

export const formatOptions: FormatOptions = {
  path: './k8s',
  inRepository: (file) => (file.startsWith('/') ? `../..${file}` : file),
}

const at = (file: string, line: number) => ({ file, line, column: 3 })

const usualVerdicts: readonly Verdict[] = [
  verdict('drains/shop/ledger-db', 'broken', {
    about: ['StatefulSet/shop/ledger-db'],
    owners: ['@plants/money'],
    because: [
      reason('c1', {
        says: { line: 'budget ledger-db wants 1 to stay and there are 1', rows: [['instances', '1']] },
        at: at('k8s/ledger db/pdb.yaml', 7),
        hint: 'one pod more',
      }),
      reason('c2', { says: { line: 'and its claim is bound' }, at: at('/etc/nodes.yaml', 2) }),
    ],
  }),
  verdict('drains/shop/cards-db', 'broken', { because: [reason('c1', { says: { line: 'the same budget' } })] }),
  verdict('selects/shop/web', 'broken', {
    at: at('k8s/web.yaml', 1),
    waiver: { owner: 'platform', reason: 'moves in May', until: '2027-05-31', expired: false },
  }),
  verdict('placed/shop/web', 'unknown'),
  verdict('survives/shop/web', 'unknown', { kind: 'promise' }),
  verdict('reaches/shop/web', 'assumed', {
    assumes: [{ id: 'cni', says: 'the CNI enforces policy', kind: 'outside' }],
  }),
  verdict('admitted/shop/web', 'kept'),
]

export function sampleReport(verdicts: readonly Verdict[] = usualVerdicts, more: Partial<Report> = {}): Report {
  return {
    version: 1,
    asOf: '2026-11-21',
    title: './k8s',
    counts: { environments: 1, planned: 0, clusters: 1, nodes: 3, objects: 9 },
    verdicts,
    advice: [],
    unread: [],
    summary: tally(verdicts),
    notes: [],
    ...more,
  }
}
