// The users that well-known images run as: what runAsNonRoot, fsGroup and restricted namespaces stumble over.
import { type ImageReference, imageOf } from './image-reference.ts'
import type { Known } from './table.ts'

export { type ImageReference, imageOf } from './image-reference.ts'

export interface ImageUser {
  /** The user of the container's first process where the pod says nothing; 0 is root. */
  readonly startsAs: number
  /** The user that serves in the end: the entry point steps down to it, or a pod that says `runAsUser` names it. */
  readonly servesAs: number
  readonly servesAsGroup: number
  /** Capabilities without which the entry point cannot step down from root. */
  readonly stepsDownWith?: readonly string[]
  /** Paths that it writes to while it starts, unless its command line says otherwise. */
  readonly writes?: readonly string[]
}

/** The users of an image; undefined for one that is not in the table, and where a digest hides which variant it is. */
export function imageUser(reference: string): Known<ImageUser> | undefined {
  const image = imageOf(reference)
  return image === undefined ? undefined : table.find((row) => fits(row, image))
}

interface ImageRow extends Known<ImageUser> {
  readonly repository: string
  /** Variants are told apart by the tag. */
  readonly variant: 'alpine' | 'debian' | 'any'
}

function fits({ repository, variant }: ImageRow, image: ImageReference): boolean {
  if (image.registry !== 'docker.io' || image.repository !== repository) return false
  if (variant === 'any') return true
  if (image.tag === undefined) return false
  return variant === (/(^|[-.])alpine/.test(image.tag) ? 'alpine' : 'debian')
}

const asOf = '2026-11-21'
const steppingDown = (servesAs: number, servesAsGroup: number): ImageUser => ({ startsAs: 0, servesAs, servesAsGroup })
// docker-entrypoint.sh ends in gosu or su-exec (setgroups, setgid, setuid); the socket lies in the run directory.
const postgres = (user: number): ImageUser => ({
  ...steppingDown(user, user),
  stepsDownWith: ['SETGID', 'SETUID'],
  writes: ['/var/lib/postgresql/data', '/var/run/postgresql'],
})

const table: readonly ImageRow[] = [
  {
    repository: 'library/postgres',
    variant: 'alpine',
    value: postgres(70),
    source: 'docker-library/postgres 15/alpine3.22/Dockerfile: adduser -u 70, no USER',
    asOf,
  },
  {
    repository: 'library/postgres',
    variant: 'debian',
    value: postgres(999),
    source: 'docker-library/postgres 15/bookworm/Dockerfile: useradd --uid=999, no USER',
    asOf,
  },
  {
    repository: 'library/redis',
    variant: 'alpine',
    value: steppingDown(999, 1000),
    source: 'docker-library/redis 7.2/alpine/Dockerfile: addgroup -g 1000, adduser -u 999, no USER',
    asOf,
  },
  {
    repository: 'library/redis',
    variant: 'debian',
    value: steppingDown(999, 999),
    source: 'docker-library/redis 7.2/debian/Dockerfile: groupadd -g 999, useradd -u 999, no USER',
    asOf,
  },
  {
    repository: 'library/nginx',
    variant: 'any',
    value: steppingDown(101, 101),
    source: 'nginx/docker-nginx mainline/alpine/Dockerfile: addgroup -g 101, adduser -u 101, no USER',
    asOf,
  },
]
