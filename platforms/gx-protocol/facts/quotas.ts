// Sections 6.1 to 6.3: what the namespaces may take, and what a container gets.

import type { World } from '../../../src/check/world.ts'
import { answer, type Claim } from '../../facts/claim.ts'
import type { Fact } from '../../facts/fact.ts'
import { change, held, listed } from '../../findings/changing.ts'

const specOf = (ref: string, { views }: World) =>
  held(views.flatMap(({ estate }) => estate.objects).find((object) => object.ref.startsWith(ref))?.manifest.spec)

const hard = (environment: string, amounts: { readonly [resource: string]: string }): Claim =>
  answer(
    `the quota of ${environment}`,
    (world) => {
      const given = held(specOf(`ResourceQuota/backend-${environment}/`, world).hard)
      return Object.fromEntries(Object.keys(amounts).map((resource) => [resource, given[resource]]))
    },
    amounts,
  )

const limit = (field: string, value: unknown): Claim =>
  answer(
    `${field} of the LimitRange`,
    (world) => listed(specOf('LimitRange/backend-mainnet/', world).limits)[0]?.[field],
    value,
  )

const otherQuota = (environment: string, option: string) =>
  change('environment', [environment], (options) => ({ ...options, quota: { ...held(options.quota), [option]: '7' } }))

const otherLimits = (field: string, amounts: unknown) =>
  change('environment', ['mainnet'], (options) => ({
    ...options,
    limits: { ...held(options.limits), [field]: amounts },
  }))

const quota = (
  id: Fact['id'],
  title: string,
  environment: string,
  amounts: { readonly [resource: string]: string },
): Fact => ({
  id,
  title,
  kinds: id === 'GX-111' ? ['render'] : ['render', 'check'],
  holds: [hard(environment, amounts)],
  unless: otherQuota(environment, Object.keys(amounts)[0] ?? ''),
})

const range = (id: Fact['id'], title: string, field: string, value: unknown, other: unknown): Fact => ({
  id,
  title,
  kinds: id === 'GX-117' || id === 'GX-118' ? ['render'] : ['render', 'check'],
  holds: [limit(field, value)],
  unless: otherLimits(field, other),
})

const little = { cpu: '200m', memory: '200Mi' }

export const quotas: readonly Fact[] = [
  quota('GX-102', 'Mainnet may request 16 cores and 32Gi', 'mainnet', {
    'requests.cpu': '16',
    'requests.memory': '32Gi',
  }),
  quota('GX-103', 'the limits of Mainnet may add up to 32 cores and 64Gi', 'mainnet', {
    'limits.cpu': '32',
    'limits.memory': '64Gi',
  }),
  quota('GX-104', 'Mainnet may have 10 claims and 50 pods', 'mainnet', { persistentvolumeclaims: '10', pods: '50' }),
  quota('GX-110', 'Testnet may request 8 cores and 16Gi', 'testnet', {
    'requests.cpu': '8',
    'requests.memory': '16Gi',
  }),
  quota('GX-111', 'the limits of Testnet may add up to 16 cores and 32Gi', 'testnet', {
    'limits.cpu': '16',
    'limits.memory': '32Gi',
  }),
  quota('GX-112', 'Testnet may have 5 claims and 30 pods', 'testnet', { persistentvolumeclaims: '5', pods: '30' }),
  range(
    'GX-114',
    'no container takes more than 4 cores and 8Gi',
    'max',
    { cpu: '4', memory: '8Gi' },
    {
      cpu: '5',
      memory: '8Gi',
    },
  ),
  range(
    'GX-115',
    'no container takes less than 100m and 128Mi',
    'min',
    { cpu: '100m', memory: '128Mi' },
    {
      cpu: '50m',
      memory: '64Mi',
    },
  ),
  range(
    'GX-116',
    'a container without limits gets 500m and 512Mi',
    'default',
    { cpu: '500m', memory: '512Mi' },
    {
      cpu: '1',
      memory: '1Gi',
    },
  ),
  range(
    'GX-117',
    'a container without requests gets 250m and 256Mi',
    'defaultRequest',
    { cpu: '250m', memory: '256Mi' },
    little,
  ),
  {
    ...range('GX-118', 'the bounds are those of a container, not of a pod', 'type', 'Container', 'Pod'),
    // Of pods there are no defaults.
    unless: change('environment', ['mainnet'], (options) => {
      const { default: _, defaultRequest: __, ...limits } = held(options.limits)
      return { ...options, limits: { ...limits, type: 'Pod' } }
    }),
  },
]
