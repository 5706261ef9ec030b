// What holds for nearly every pod of the backend.

import { inProduction } from './places.ts'

export const oneEach = { require: inProduction, apart: [{ by: 'kubernetes.io/hostname', how: 'required' }] } as const
const hardened = { nonRoot: true, user: 10001, drop: ['ALL'], seccomp: 'RuntimeDefault', readOnlyRoot: true } as const

export const small = {
  place: oneEach,
  starts: { from: '30s', to: '90s' },
  security: hardened,
  requests: { cpu: '500m', memory: '1Gi' },
  limits: { cpu: '1000m', memory: '2Gi' },
} as const

/** A pod without rows soon leaves a node that is lost; a member of a store waits for it. */
export const stateless = { ...small, leavesNodeAfter: '30s' } as const
