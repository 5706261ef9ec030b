// Until when software gets fixes, and which images it comes in.

import { imageOf } from './image-reference.ts'

export interface SoftwareLife {
  readonly name: string
  readonly version?: string
  /** The last day on which fixes are promised. */
  readonly ends: string
  readonly source: string
  readonly asOf: string
}

interface Software {
  readonly name: string
  readonly repositories: readonly string[]
  /** How many parts of a version stay the same while fixes come: one of `15.4`. */
  readonly cycle: number
  /** How many parts a tag has that names one release. */
  readonly parts: number
  /** By cycle; a project that has ended as a whole has one row without a version. */
  readonly ends: readonly (readonly [version: string | undefined, day: string])[]
  readonly source: string
}

const asOf = '2026-11-21'

const table: readonly Software[] = [
  {
    name: 'ingress-nginx',
    repositories: [
      'registry.k8s.io/ingress-nginx/controller',
      'registry.k8s.io/ingress-nginx/controller-chroot',
      'k8s.gcr.io/ingress-nginx/controller',
    ],
    cycle: 2,
    parts: 3,
    ends: [[undefined, '2026-03-31']],
    source: 'kubernetes.io/blog/2025/11/11/ingress-nginx-retirement: maintained until March 2026, and not after',
  },
  {
    name: 'PostgreSQL',
    repositories: ['docker.io/library/postgres', 'ghcr.io/cloudnative-pg/postgresql'],
    cycle: 1,
    parts: 2,
    ends: [
      ['12', '2024-11-21'],
      ['13', '2025-11-13'],
      ['14', '2026-11-12'],
      ['15', '2027-11-11'],
      ['16', '2028-11-09'],
      ['17', '2029-11-08'],
      ['18', '2030-11-14'],
    ],
    source: 'https://www.postgresql.org/support/versioning/',
  },
]

/** Until when the software of an image gets fixes; undefined where the table does not know it, or its version. */
export function lifeOfImage(reference: string): SoftwareLife | undefined {
  const image = imageOf(reference)
  if (!image) return undefined
  const software = softwareOf(image)
  return software && lifeOf(software.name, numberIn(image.tag))
}

/** The same by name; without a version where the software as a whole has ended. */
export function lifeOf(name: string, version: string | undefined): SoftwareLife | undefined {
  const software = table.find((one) => one.name.toLowerCase() === name.toLowerCase())
  const cycle = version?.split('.').slice(0, software?.cycle).join('.')
  const row = software?.ends.find(([of]) => of === undefined || of === cycle)
  if (!software || !row) return undefined
  const [of, ends] = row
  return { name: software.name, ...(of !== undefined && { version: of }), ends, source: software.source, asOf }
}

/** A tag that will name another image when fixes come: `15` and `15-alpine`, but not `15.4`. Undefined where nobody knows. */
export function isMovingTag(reference: string): boolean | undefined {
  const image = imageOf(reference)
  if (!image || image.digest !== undefined) return image && false
  if (image.tag === 'latest') return true
  const software = softwareOf(image)
  if (!software) return undefined
  const number = numberIn(image.tag)
  return number === undefined || number.split('.').length < software.parts
}

function softwareOf({ registry, repository }: { readonly registry: string; readonly repository: string }) {
  return table.find(({ repositories }) => repositories.includes(`${registry}/${repository}`))
}

function numberIn(tag = ''): string | undefined {
  return /^v?(\d+(?:\.\d+)*)/.exec(tag)?.[1]
}
