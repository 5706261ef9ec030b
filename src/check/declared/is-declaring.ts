import type { Manifest } from '../../kubernetes/types.ts'

/** Whether a document says what stands where: it is then the whole of a platform, with the manifests around it or without. */
export function isDeclaring(manifest: Manifest): boolean {
  return manifest.environments !== undefined || isWhole(manifest)
}

/** Whether a document is a platform that needs no manifests: its objects are made of it, as of one in TypeScript. */
export function isWhole({ apiVersion, kind }: Manifest): boolean {
  return apiVersion === 'seaworthy/v1' && kind === 'Platform'
}
