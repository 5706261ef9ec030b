// What is written once in a file, under its name, and named wherever it is meant.

import type { Noun } from '../../platform/noun.ts'

/** What is written once, under its name, and named wherever it is meant. */
export const sections = {
  branch: 'branches',
  bucket: 'buckets',
  cluster: 'clusters',
  component: 'components',
  context: 'contexts',
  dnsFailover: 'failovers',
  encryptionKey: 'encryptionKeys',
  environment: 'environments',
  hsm: 'hsms',
  journey: 'journeys',
  mesh: 'meshes',
  network: 'networks',
  pool: 'pools',
  organisation: 'organisations',
  procedure: 'procedures',
  segment: 'segments',
  standard: 'standards',
  team: 'teams',
} as const satisfies { readonly [noun in Noun]?: string }

export type Shared = keyof typeof sections

export function isShared(noun: Noun): noun is Shared {
  return Object.hasOwn(sections, noun)
}
