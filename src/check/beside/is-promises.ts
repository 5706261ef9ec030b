import type { Manifest } from '../../kubernetes/types.ts'

/** Whether a document is a file of promises: it is no object of the cluster. */
export function isPromises({ apiVersion, kind }: Manifest): boolean {
  return apiVersion === 'seaworthy/v1' && kind === 'Promises'
}
