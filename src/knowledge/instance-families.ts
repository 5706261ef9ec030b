// How much memory for each core the machines of a family have, by provider: a family is bought for that share.
// A row says the sizes at its ends. They were read once more on 2026-11-22, with some forty others. AWS: the specifications
// of storage-optimized ones, the announcement of P6-B300 (192 vCPUs, 4 TB), what Karpenter and ROSA list. Azure: pages of
// single series and of constrained vCPUs (MicrosoftDocs/azure-compute-docs). Google: its storage-optimized machines, those
// for SAP HANA (X4), what its API lists of the others, about GPUs, and its samples of custom machine types.

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
    // M; T of up to two cores have less: t3.nano 0.5 GiB for 2. A Mac is no node.
    'general-purpose': [[0.25, 4]],
    // C1; C, of which c4.8xlarge has least (60 GiB for 36); those with the wider network (c5n) have a third more.
    'compute-optimized': [
      [0.85, 0.875],
      [1.66, 2],
      [2.625, 2.67],
    ],
    // R and z, X, and the largest: u-24tb1.112xlarge has 24 TiB for 448 vCPUs.
    'memory-optimized': [[7.625, 54.9]],
    // Im4gn, D3en and H1; Is4gen; I and D, the largest of which has less (d2.8xlarge: 244 GiB for 36).
    'storage-optimized': [only(4), only(6), [6.75, 8]],
    // From G5g (g5g.xlarge: 8 GiB for 4) to P6-B300 (4,096 GiB for 192).
    gpu: [[2, 21.4]],
  },
  azure: {
    // B to D; Av2 with m, DCsv3.
    'general-purpose': [[0.5, 4], only(8)],
    // F; Fas, Fals and Fams since the sixth generation; FX, the largest of which has less (1,832 GiB for 96). Fams v7 and
    // FX v2 with a half or a quarter of their cores have twice or four times as much.
    'compute-optimized': [only(2), only(4), only(8), only(16), [19, 21], only(32), [38, 42], [76, 84]],
    // M32ts (192 GiB for 32) to M; of those with constrained cores M128-32ms has most: 3,892 GiB for 32.
    'memory-optimized': [[6, 122]],
    // L160iaos v5 (1,040 GiB for 160); all others.
    'storage-optimized': [only(6.5), only(8)],
    // NGads V620 and NC RTX PRO 6000 with l to NVadsA10 v5 (NV36adms: 880 GiB for 36).
    gpu: [[2, 24.5]],
  },
  gcp: {
    // Made to measure in steps, of N1, N2 and N2D with extended memory: 624 GB for one core of N1 at most.
    'general-purpose': [[0.5, 624]],
    // C2, C2D and H3; H4D has a little less than them (720 and 1,488 GB for 192).
    'compute-optimized': [only(2), [3.75, 4], [7.75, 8]],
    // X4 (x4-960-12t-metal: 12,288 GB for 960) to M3 (976 GB for 32).
    'memory-optimized': [[12.8, 30.5]],
    // Z3; Z4D (126 GB for 16) and Z4M (1,488 GB for 192) have a little less.
    'storage-optimized': [[7.75, 8]],
    // Machines of a set size end with A4 (3,968 GB for 224); N1 beside its devices may be made to measure, and no page says
    // that extended memory is not for it.
    gpu: [[0.9, 624]],
  },
}
