// Where what belongs together stands: production in one data centre, by its name; the rest on the worker.

const host = 'kubernetes.io/hostname'

/** The servers of the primary data centre: the round trip that is promised holds within it alone. */
export const inProduction = [
  { label: 'node-role.kubernetes.io/control-plane' },
  { label: 'topology.kubernetes.io/zone', in: ['primary-dc'] },
]

export const onWorker = { require: [{ label: host, in: ['srv1117946'] }] }

/** Of five orderers at most two on one node: any node may go, and three are left to decide. */
export const ordererSpread = {
  require: inProduction,
  spread: [{ by: host, maxSkew: 1, how: 'required', over: { app: 'fabric', role: 'orderer' } }],
} as const
