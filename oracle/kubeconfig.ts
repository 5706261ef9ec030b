import { readFile } from 'node:fs/promises'
import type { ApiServer } from './apiserver.ts'
import type { Json } from './json.ts'

/** How a controller of ours comes in at the server, as one who may do everything. */
export async function kubeconfigOf({ door }: ApiServer): Promise<Json> {
  const ca = (await readFile(door.caFile)).toString('base64')
  return {
    apiVersion: 'v1',
    kind: 'Config',
    clusters: [{ name: 'oracle', cluster: { server: door.url, 'certificate-authority-data': ca } }],
    users: [{ name: 'oracle', user: { token: door.adminToken } }],
    contexts: [{ name: 'oracle', context: { cluster: 'oracle', user: 'oracle' } }],
    'current-context': 'oracle',
  }
}
