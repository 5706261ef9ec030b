import type { Named } from '../../../findings/entry.ts'

export const recovery: readonly Named[] = [
  {
    id: 'C258',
    fault: 'restore speed is nowhere shown',
    certainty: 'likely',
    lines: [804, 848],
    why: 'how fast rows come back is said nowhere',
  },
  {
    id: 'C264',
    fault: '“Data analytics” is a function without component',
    certainty: 'likely',
    lines: [814],
    why: 'what a function needs had to be taken from the drawing',
  },
  {
    id: 'C265',
    fault: 'business functions have no RPO',
    certainty: 'likely',
    lines: [[810, 815]],
    why: 'how much of a function may be lost is promised nowhere',
  },
  {
    id: 'C266',
    fault: '“Manual processing” of token operations',
    certainty: 'likely',
    lines: [812],
    why: 'what people do meanwhile is a word, and cannot be weighed',
  },
  {
    id: 'C267',
    fault: '“Offline validation” of users',
    certainty: 'likely',
    lines: [813],
    why: 'what people do meanwhile is a word, and cannot be weighed',
  },
  {
    id: 'C268',
    fault: 'database corruption’s rollback is its own recovery step',
    certainty: 'likely',
    lines: [804],
    why: 'what is done where a procedure fails is asked whether it brings anything back, not whether it is the same again',
  },
  {
    id: 'C272',
    fault: 'subgraph index without backup or re-index time',
    certainty: 'certain',
    lines: [53, [638, 651], [791, 797]],
    why: 'what an index takes to be built again is said nowhere',
  },
  {
    id: 'C274',
    fault: 'breach: assess damage after isolation in 6 hours total',
    certainty: 'interpretation',
    lines: [793, 806],
    why: 'how long people look for a cause is an estimate of theirs',
  },
  {
    id: 'C277',
    fault: 'forward fix as rollback of a rollback',
    certainty: 'interpretation',
    lines: [805],
    why: 'how long a new build takes on its way is not held against a procedure',
  },
  {
    id: 'C280',
    fault: 'only four disaster scenarios',
    certainty: 'certain',
    lines: [[801, 806]],
    why: 'which failures should be prepared for is asked of promises that name them',
  },
]
