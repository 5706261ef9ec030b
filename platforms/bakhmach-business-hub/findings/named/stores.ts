import type { Named } from '../../../findings/entry.ts'

export const stores: readonly Named[] = [
  {
    id: 'C046',
    fault: 'RTO of 15 minutes impossible for the stated MongoDB volume',
    certainty: 'likely',
    lines: [60, 7, 214],
    why: 'how fast a copy is read back is not said, and no time is reckoned from a size without it',
  },
  {
    id: 'C049',
    fault: 'hash-based on tenant_id + context_id is not a possible hashed key as written',
    certainty: 'interpretation',
    lines: [58],
    why: 'which of two fields is hashed is not declared apart',
  },
  {
    id: 'C050',
    fault: 'shard key has the cardinality of tenants',
    certainty: 'likely',
    lines: [58],
    why: 'how many values a field has is not said',
  },
  {
    id: 'C051',
    fault: 'context_id in the key contradicts collections per context',
    certainty: 'likely',
    lines: [58, 59],
    why: 'that a field of rows has the value of their context is not said by its name',
  },
  {
    id: 'C052',
    fault: 'MongoDB storage per node not given and not summed',
    certainty: 'likely',
    lines: [57, 60],
    why: 'no volume is declared, so nothing is reckoned from what it holds',
  },
  {
    id: 'C054',
    fault: 'which data lives in PostgreSQL and which in MongoDB is not said',
    certainty: 'certain',
    lines: [26, [46, 60]],
    why: 'which rows lie where is not said for PostgreSQL, and a store without any is asked nothing',
  },
  {
    id: 'C055',
    fault: 'restore to one common point across stores is unanswered',
    certainty: 'likely',
    lines: [[48, 60], 71, [216, 222]],
    why: 'copies of several stores are weighed one by one',
  },
  {
    id: 'C059',
    fault: 'no connection pooler',
    certainty: 'interpretation',
    lines: [[48, 54], [190, 192], 246],
    why: 'how many connections a client keeps is not said, and is asked only where it is',
  },
  {
    id: 'C060',
    fault: 'one database cluster is the common point of failure of six businesses',
    certainty: 'likely',
    lines: [7, [48, 50]],
    why: 'no promise of the document says that contexts are kept apart',
  },
  {
    id: 'C061',
    fault: 'no restore of a single tenant or context',
    certainty: 'likely',
    lines: [58, [216, 230]],
    why: 'a promise of recovery is of a store, not of one context in it',
  },
]
