// Of questions on what watches: what each reads, when it breaks and what it leaves open, and how to see it.

import type { Explained } from '../explained.ts'

export const explainedMonitoring: { readonly [question: string]: Explained } = {
  covered: {
    reads:
      'promised availabilities, what is said to watch each environment, what collects metrics there and how long it keeps them, and alerts',
    broken:
      'others are watched and this environment is not, what is gathered is gone before the share can be read, or what is to tell somebody has no alert',
    open: 'what watches an environment where nobody says it, and over which time a share counts',
    absent: 'no availability is promised of {name}',
    confirm: 'look for a series of {name} that is as old as the time over which the share counts',
  },
  overlooks: {
    reads:
      'what is said to watch environments, where each part of it stands, its label and readers, and what stands in for it',
    broken: 'what is to stand in for it is on the same clusters alone',
    open: 'parts of which nobody says where they stand, and who may read what comes from which environment',
    absent: 'no monitoring is called {name}',
    confirm: 'ask it as somebody of one environment for what comes from another',
  },
  gathered: {
    reads: 'the shares of logs and traces that are taken, when it is decided, and the tiers that keep them',
    broken: 'traces are to be kept by how they end, and it is decided at their start',
    open: 'when it is decided, and from when each tier counts',
    absent: '{name} gathers no logs and no traces, or nothing is said of them',
    confirm: 'let a request fail, and look for its trace',
  },
  graded: {
    reads: 'severities of alerts, and how soon work on each begins',
    broken: 'two alerts of one severity are answered at different times, or a graver one later',
    open: 'nothing',
    absent: 'no two alerts are {name}, and nobody says how soon each is answered',
    confirm: 'ask who is on call',
  },
  'holds-series': {
    reads:
      'how many series a Prometheus holds, its interval, retention, limits and volume, and the nodes that it stands on',
    broken: 'even the least that so many series need is more than there is',
    open: 'room that nobody says, and room between the least and what is usual',
    absent: 'nobody says how many series {name} holds',
    confirm: 'ask it for prometheus_tsdb_head_series and process_resident_memory_bytes',
  },
}
