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
  {
    name: 'Istio',
    repositories: [],
    cycle: 2,
    parts: 3,
    ends: [
      ['1.16', '2023-07-25'],
      ['1.17', '2023-10-27'],
      ['1.18', '2024-01-04'],
      ['1.19', '2024-04-24'],
      ['1.20', '2024-06-25'],
      ['1.21', '2024-09-27'],
      ['1.22', '2025-01-22'],
      ['1.23', '2025-04-16'],
      ['1.24', '2025-06-24'],
      ['1.25', '2025-09-30'],
      ['1.26', '2025-12-22'],
      ['1.27', '2026-04-07'],
      ['1.28', '2026-07-01'],
    ],
    source: 'https://istio.io/latest/docs/releases/supported-releases/',
  },
  {
    name: 'Keycloak',
    repositories: [],
    cycle: 2,
    parts: 3,
    ends: [
      ['20.0', '2023-02-23'],
      ['21.0', '2023-04-19'],
      ['21.1', '2023-07-11'],
      ['22.0', '2023-11-23'],
      ['23.0', '2024-03-04'],
      ['24.0', '2024-06-10'],
      ['25.0', '2024-10-04'],
      ['26.0', '2025-01-15'],
      ['26.1', '2025-04-11'],
      ['26.2', '2025-07-02'],
      ['26.3', '2025-09-30'],
      ['26.4', '2026-01-06'],
    ],
    source: 'https://endoflife.date/keycloak: only the newest release gets fixes',
  },
  {
    name: 'Kong',
    repositories: ['docker.io/library/kong', 'docker.io/kong/kong-gateway'],
    cycle: 2,
    parts: 3,
    ends: [
      ['3.0', '2023-09-09'],
      ['3.1', '2023-12-06'],
      ['3.2', '2024-02-28'],
      ['3.3', '2024-05-19'],
      ['3.4', '2026-08-31'],
      ['3.5', '2024-11-08'],
      ['3.6', '2025-02-12'],
      ['3.7', '2025-05-28'],
      ['3.8', '2025-09-11'],
      ['3.9', '2025-12-12'],
      ['3.10', '2028-03-31'],
      ['3.11', '2026-07-03'],
      ['3.12', '2026-10-01'],
      ['3.13', '2026-12-18'],
      ['3.14', '2029-04-07'],
    ],
    source: 'developer.konghq.com/konnect-platform/compatibility: end of support of Kong Gateway',
  },
  {
    name: 'MongoDB',
    repositories: [],
    cycle: 2,
    parts: 3,
    ends: [
      ['4.4', '2024-02-29'],
      ['5.0', '2024-10-31'],
      ['6.0', '2025-07-31'],
      ['7.0', '2027-08-31'],
      ['8.0', '2029-10-31'],
    ],
    source: 'https://www.mongodb.com/legal/support-policy/lifecycles',
  },
  {
    name: 'RabbitMQ',
    repositories: [],
    cycle: 2,
    parts: 3,
    ends: [
      ['3.10', '2023-07-31'],
      ['3.11', '2023-12-31'],
      ['3.12', '2024-06-30'],
    ],
    source:
      'github.com/rabbitmq/rabbitmq-server/releases: end of community support, in the notes of each series, of 3.12 in those of 3.12.14',
  },
  {
    name: 'Redis',
    repositories: [],
    cycle: 2,
    parts: 3,
    ends: [
      ['5.0', '2022-04-27'],
      ['6.0', '2022-05-31'],
      ['7.0', '2024-07-29'],
      ['8.0', '2026-02-11'],
    ],
    source: 'https://endoflife.date/redis, after github.com/redis/redis/security',
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
