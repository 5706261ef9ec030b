// What the kinds of sources of an Argo CD application have in common.

import type { Source } from '../estate.ts'
import { given } from '../given.ts'
import type { Fields } from '../import/fields.ts'
import type { Declared } from './declared.ts'
import type { Origin } from './piece.ts'
import type { Repository } from './repository.ts'

/** One source of an application, with what the others of it are called. */
export interface ApplicationSource {
  readonly app: Declared
  readonly origin: Origin
  readonly fields: Fields
  /** Where its fields stand in the application: `['spec', 'source']`. */
  readonly path: readonly (string | number)[]
  /** `$values` → the repository that it names. */
  readonly refs: ReadonlyMap<string, Fields>
  readonly repository: Repository
}

/** `$ARGOCD_APP_NAME` and its like (docs/user-guide/build-environment.md); others stay as they are written. */
export function inEnvironment(text: string, { app, fields, origin }: ApplicationSource): string {
  const known = new Map<string, unknown>([
    ['ARGOCD_APP_NAME', app.name],
    ['ARGOCD_APP_NAMESPACE', origin.namespace],
    ['ARGOCD_APP_PROJECT_NAME', app.spec.project],
    ['ARGOCD_APP_SOURCE_PATH', fields.path],
    ['ARGOCD_APP_SOURCE_REPO_URL', fields.repoURL],
    ['ARGOCD_APP_SOURCE_TARGET_REVISION', fields.targetRevision],
  ])
  return text.replace(/\$(?:\{(\w+)\}|(\w+))/g, (whole, braced, bare) => {
    const value = known.get(braced ?? bare)
    return typeof value === 'string' ? value : whole
  })
}

/** Where a field of the source is written. */
export function sourceOfField({ app, path }: ApplicationSource, ...field: readonly (string | number)[]): Source {
  return given<Source>({ ...app.source, at: app.source.lineOf?.([...path, ...field]) ?? app.source.at })
}
