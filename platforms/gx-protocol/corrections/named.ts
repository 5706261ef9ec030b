// Names that several corrections are about.

export const backend = [
  'postgres',
  'redis',
  'outbox-submitter',
  'projector',
  'svc-identity',
  'svc-wallet',
  'svc-tokenomics',
  'api-gateway',
]
export const apis = ['svc-identity', 'svc-wallet', 'svc-tokenomics']
export const stores = ['postgres', 'redis']
export const controlPlane = ['srv1089618', 'srv1089624', 'srv1092158']
