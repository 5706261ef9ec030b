/** What the oracles ask. The versions stand in go.mod of the programs too; a test holds them against each other. */
export const versions = {
  kubernetes: 'v1.36.3',
  /** The oldest whose rules are known here. */
  olderKubernetes: 'v1.28.0',
  apimachinery: 'v0.36.3',
  etcd: 'v3.6.8',
  prometheus: 'v0.315.0',
  alertmanager: 'v0.34.2',
  cyclonus: 'v0.5.6',
} as const

export const serverMinor = '1.36'
export const olderMinor = '1.28'
