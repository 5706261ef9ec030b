// What is paid by the month. Four nodes are $2,000 to $3,000 (l.241): one of them is a quarter of that.

import { cluster, node } from 'seaworthy'

/** A node of 16 cores and 64Gi with its disk. */
export const usualNode = { from: '$500/month', to: '$750/month' } as const

/** Twice as large, at twice the price: what the team reckons with until there is an invoice. */
export const largeNode = { from: '$1000/month', to: '$1500/month' } as const

/** The second cluster that the document does without. */
export const separate = cluster('gx-protocol-separate', {
  kubernetes: '1.33.5',
  nodes: [1, 2, 3, 4].map((each) => node(`separate-${each}`, { cpu: 16, memory: '64Gi', price: usualNode })),
})
