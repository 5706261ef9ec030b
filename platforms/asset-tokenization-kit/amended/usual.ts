// What holds for nearly every pod.

export const hardened = {
  nonRoot: true,
  user: 10001,
  drop: ['ALL'],
  seccomp: 'RuntimeDefault',
  readOnlyRoot: true,
} as const

/** Of what writes to a volume: to a fresh one of a block device only root may, until it is given to a group. */
export const writing = { ...hardened, volumeGroup: 10001 } as const

/** Spread over zones, then over machines, and never so that a pod waits for it. */
const spread = [
  { by: 'topology.kubernetes.io/zone', maxSkew: 1, how: 'required' },
  { by: 'kubernetes.io/hostname', how: 'preferred' },
] as const

/** Something that answers over HTTP: both probes, a rollout that takes none away before another is there. */
export const answering = {
  security: hardened,
  place: { spread },
  starts: { from: '10s', to: '30s' },
  readiness: { path: '/ready', port: 'http', every: '5s' },
  liveness: { path: '/health', port: 'http', delay: '30s', every: '10s' },
  update: { maxUnavailable: 0, maxSurge: '25%' },
  budget: { maxUnavailable: 1 },
} as const
