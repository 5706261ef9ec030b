// What is drawn, and what is said of it elsewhere.

import type { Entry } from '../../findings/entry.ts'
import { drawnWhole, oneKindOfLedger } from '../corrections.ts'

export const layout: readonly Entry[] = [
  {
    id: 'C01',
    fault: 'two kinds of ledger are described',
    certainty: 'interpretation',
    lines: [[29, 30], 43],
    found: [
      {
        verdict: 'operates/projectx/blockchain',
        unsaid: 'kinds',
        shows: ['blockchain has members of the roles orderer, validator, peer', 'a ledger is of one of the two kinds'],
      },
    ],
    by: [oneKindOfLedger],
    ends: { 'operates/projectx/blockchain': 'kept' },
  },
  {
    id: 'C05',
    fault: 'the layout leaves out half of what is hosted',
    certainty: 'certain',
    lines: [[16, 37], 44, 45, 51],
    found: [
      {
        verdict: 'drawn/projectx/logical layout',
        rule: 'whole',
        cause: 'drawn/logical layout/whole',
        shows: [
          'not drawn: 5 of 13 components of production',
          'without: broker',
          'without: documents',
          'without: government-agencies',
          'without: postgres',
          'without: warehouse',
        ],
      },
      {
        verdict: 'drawn/projectx/logical layout',
        rule: 'boxes',
        cause: 'drawn/logical layout/boxes',
        shows: ['drawn, and declared nowhere: 1 of 9 boxes', 'Data Lake & Analytics'],
      },
    ],
    by: [drawnWhole],
    ends: { 'drawn/projectx/logical layout': 'kept' },
  },
]
