import type { Manifest } from '../../kubernetes/types.ts'

/** Whether a document of promises says what stands where: it is then the whole of a platform, with the manifests around it. */
export function isDeclaring({ environments }: Manifest): boolean {
  return environments !== undefined
}
