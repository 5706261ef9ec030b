// `seaworthy.yaml`: the clusters, the facts and the promises that objects cannot carry, in the form that people write.

import { toFile } from '../../check/declared/to-file.ts'
import type { Estate } from '../../estate/estate.ts'
import { isClusterWide } from '../../estate/scope.ts'
import { type Manifest, refOf } from '../../kubernetes/types.ts'
import type { Platform } from '../../platform/model.ts'
import type { RenderedFile } from '../renderer.ts'
import { paredIn } from './pared.ts'
import { printData } from './print-data.ts'

const head = `# yaml-language-server: $schema=https://unpkg.com/seaworthy/schema/promises.schema.json
# What the manifests beside this file cannot say. seaworthy check reads both.
`

export function besideFile(platform: Platform, estates: readonly Estate[]): RenderedFile {
  const namespaces = new Map(
    estates.flatMap(({ environments }) => environments.map(({ name, namespace }) => [name, namespace])),
  )
  const written = (manifest: Manifest, environment: string) => {
    const { namespace = namespaces.get(environment) } = manifest.metadata
    const metadata = { ...manifest.metadata, namespace: isClusterWide(manifest) ? undefined : namespace }
    return refOf({ ...manifest, metadata } as Manifest)
  }
  const document = {
    apiVersion: 'seaworthy/v1',
    kind: 'Promises',
    ...toFile(platform, { pared: paredIn(platform), written }),
  }
  return { path: 'seaworthy.yaml', text: `${head}${printData(document)}` }
}
