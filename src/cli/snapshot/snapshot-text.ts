// A snapshot as one file that a person can review: its head, then the objects as one stream of YAML.

import { snapshotKind, snapshotVersion } from '../../estate/snapshot.ts'
import { printManifests } from '../../kubernetes/print.ts'
import type { Manifest } from '../../kubernetes/types.ts'
import { redacted, takenOut } from './redacted.ts'
import type { Taken } from './take.ts'

export interface SnapshotOf {
  readonly context: string
  /** When it was taken, `2026-11-21T12:00:00Z`. */
  readonly takenAt: string
  readonly namespaces: readonly string[]
  readonly redact: boolean
}

export function snapshotText(taken: Taken, { context, takenAt, namespaces, redact }: SnapshotOf): string {
  const { server, read, notAllowed, notServed } = taken
  const head = {
    apiVersion: snapshotVersion,
    kind: snapshotKind,
    metadata: { name: redact ? 'redacted' : context },
    takenAt,
    server,
    ...(namespaces.length > 0 && { namespaces }),
    read,
    notAllowed,
    notServed,
    neverRead: ['secrets'],
    ...(redact && { redacted: takenOut }),
  }
  const objects = redact ? taken.objects.map(redacted) : taken.objects
  return printManifests([head, ...objects] as unknown as readonly Manifest[])
}
