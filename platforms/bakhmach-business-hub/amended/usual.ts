// What holds for every pod of the platform's own.

const zone = 'topology.kubernetes.io/zone'
const host = 'kubernetes.io/hostname'

/** Over the zones, and over the nodes as far as there are some. */
const spread = {
  spread: [{ by: zone, maxSkew: 1, how: 'required' }],
  apart: [{ by: host, how: 'preferred' }],
} as const

/** Of pods whose operator keeps their containers from the rest by itself. */
export const confined = { nonRoot: true, user: 10001, seccomp: 'RuntimeDefault' } as const

export const hardened = { ...confined, drop: ['ALL'], readOnlyRoot: true } as const

export const usual = { place: spread, security: hardened, starts: { from: '10s', to: '60s' } } as const

export const probes = (port: number) =>
  ({
    readiness: { path: '/ready', port, delay: '5s', every: '5s' },
    liveness: { path: '/live', port, delay: '60s', every: '10s' },
  }) as const
