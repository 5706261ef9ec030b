import type { Manifest } from '../../kubernetes/types.ts'

/** Whether a document is a file of promises, or a whole platform: it is no object of the cluster. */
export function isPromises({ apiVersion, kind }: Manifest): boolean {
  return apiVersion === 'seaworthy/v1' && (kind === 'Promises' || kind === 'Platform')
}
