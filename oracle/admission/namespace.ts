import type { ApiServer } from '../apiserver.ts'

/** A namespace with the service account that a controller would give it: no pod is taken without. */
export async function makeNamespace(api: ApiServer, name: string, labels: Record<string, string> = {}): Promise<void> {
  await create(api, '/api/v1/namespaces', { apiVersion: 'v1', kind: 'Namespace', metadata: { name, labels } })
  const account = { apiVersion: 'v1', kind: 'ServiceAccount', metadata: { name: 'default' } }
  await create(api, `/api/v1/namespaces/${name}/serviceaccounts`, account)
}

async function create(api: ApiServer, path: string, body: object): Promise<void> {
  const { status, body: said } = await api.request('POST', path, body as never)
  if (status !== 201 && status !== 409) throw new Error(`${path}: ${status} ${JSON.stringify(said)}`)
}
