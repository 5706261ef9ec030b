// How much memory for each core the machines of a family have, by provider: a family is bought for that share.

import type { Known } from './table.ts'

export type Family = 'general-purpose' | 'compute-optimized' | 'memory-optimized' | 'storage-optimized' | 'gpu'
export type Cloud = 'aws' | 'azure' | 'gcp'

/** From so many GiB for each core to so many; a single share has both ends alike. */
export type Share = readonly [from: number, to: number]

export const families: ReadonlySet<string> = new Set<Family>([
  'general-purpose',
  'compute-optimized',
  'memory-optimized',
  'storage-optimized',
  'gpu',
])

export function sharesOf(provider: Cloud, family: Family): Known<readonly Share[]> {
  return { value: rows[provider][family], source: sources[provider], asOf }
}

const asOf = '2026-11-22'

const sources: { readonly [provider in Cloud]: string } = {
  aws: 'https://docs.aws.amazon.com/ec2/latest/instancetypes/: hardware specifications of each family',
  azure: 'https://learn.microsoft.com/azure/virtual-machines/sizes/overview',
  gcp: 'https://cloud.google.com/compute/docs/machine-resource',
}

const only = (share: number): Share => [share, share]

// Of what is made to measure, or differs from size to size, the whole range: nothing in it is called wrong.
const rows: { readonly [provider in Cloud]: { readonly [family in Family]: readonly Share[] } } = {
  aws: {
    // M; T of up to two cores have less.
    'general-purpose': [[0.25, 4]],
    // C; those with the wider network (c5n) have a third more.
    'compute-optimized': [only(2), only(2.625)],
    // R and z, X, and the largest: u-24tb1.112xlarge has 24 TiB for 448 vCPUs.
    'memory-optimized': [[7.625, 54.9]],
    // Im4gn, D3en and H1; Is4gen; I and D, the largest of which has less (d2.8xlarge: 244 GiB for 36).
    'storage-optimized': [only(4), only(6), [6.75, 8]],
    // From G5g to P6.
    gpu: [[2, 21.4]],
  },
  azure: {
    'general-purpose': [[0.5, 4], only(8)],
    // F; Fas, Fals and Fams since the sixth generation; FX.
    'compute-optimized': [only(2), only(4), only(8), only(21)],
    // E104i to M; of those with constrained cores M128-32ms has most: 3,892 GiB for 32.
    'memory-optimized': [[6.4, 122]],
    'storage-optimized': [only(8)],
    // NGads V620 to NVadsA10 v5 (NV36adms: 880 GiB for 36).
    gpu: [[2, 24.5]],
  },
  gcp: {
    // Made to measure in steps, of N1, N2 and N2D with extended memory: 768 GB for two cores at most.
    'general-purpose': [[0.5, 384]],
    // C2, C2D and H3; H4D has a little less than them.
    'compute-optimized': [only(2), [3.75, 4], [7.75, 8]],
    // X4 with 12.8 to M3 with 30.5.
    'memory-optimized': [[12.8, 30.5]],
    // Z3; Z4M has a little less.
    'storage-optimized': [[7.75, 8]],
    // N1 beside its devices to A4.
    gpu: [[0.9, 20]],
  },
}
