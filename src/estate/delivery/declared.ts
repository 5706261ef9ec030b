// An application, a release, a source: what says how something is deployed, and where that is written.

import type { ReadManifest } from '../../kubernetes/read.ts'
import { type Manifest, type Ref, refOf } from '../../kubernetes/types.ts'
import type { Source } from '../estate.ts'
import { type Fields, fieldsAt } from '../import/fields.ts'

export interface Declared {
  readonly manifest: Manifest
  readonly ref: Ref
  readonly name: string
  readonly namespace: string
  readonly spec: Fields
  readonly source: Source
}

/** `namespace` counts where the manifest names none. */
export function declaredOf(read: ReadManifest, namespace = 'default'): Declared {
  const { manifest } = read
  const { file } = read.at
  const own = textIn(manifest.metadata.namespace) ?? namespace
  return {
    manifest,
    ref: refOf(manifest, own),
    name: textIn(manifest.metadata.name) ?? '',
    namespace: own,
    spec: fieldsAt(manifest, 'spec'),
    source: {
      at: read.at,
      lineOf: (path) => {
        const place = read.lineOf(path)
        return place && { file, ...place }
      },
    },
  }
}

/** A text that says something; undefined for an empty one. */
export function textIn(value: unknown): string | undefined {
  return typeof value === 'string' && value !== '' ? value : undefined
}

/** The texts of a list. */
export function textsIn(value: unknown): readonly string[] {
  return Array.isArray(value) ? value.filter((one): one is string => typeof one === 'string') : []
}

/** Which tool an object belongs to. */
export function isArgo({ apiVersion, kind }: Manifest): boolean {
  return apiVersion.startsWith('argoproj.io/') && (kind === 'Application' || kind === 'ApplicationSet')
}

export function isFlux({ apiVersion, kind }: Manifest): boolean {
  return (
    (apiVersion.startsWith('kustomize.toolkit.fluxcd.io/') && kind === 'Kustomization') ||
    (apiVersion.startsWith('helm.toolkit.fluxcd.io/') && kind === 'HelmRelease') ||
    apiVersion.startsWith('source.toolkit.fluxcd.io/')
  )
}
