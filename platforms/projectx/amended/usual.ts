// What holds for nearly every pod.

export const hardened = {
  nonRoot: true,
  user: 10001,
  drop: ['ALL'],
  seccomp: 'RuntimeDefault',
  readOnlyRoot: true,
} as const

const zone = 'topology.kubernetes.io/zone'

/** Any node may go, and any zone. */
export const spreadOut = { spread: [{ by: zone, maxSkew: 1, how: 'required' }] } as const

export const starts = { from: '10s', to: '30s' } as const

export const small = {
  security: hardened,
  requests: { cpu: '250m', memory: '512Mi' },
  limits: { cpu: '500m', memory: '1Gi' },
} as const

const probed = (port: string | number) =>
  ({
    readiness: { path: '/ready', port, every: '5s' },
    liveness: { path: '/healthy', port, delay: '45s', every: '10s' },
  }) as const

/** Answers calls, in each zone once at least, and scales by itself. */
export const answering = (name: string, port: string | number) =>
  ({
    ...small,
    starts,
    ...probed(port),
    account: name,
    leavesNodeAfter: '30s',
    place: spreadOut,
    budget: { minAvailable: 2 },
    update: { maxUnavailable: 0, maxSurge: 1 },
  }) as const
