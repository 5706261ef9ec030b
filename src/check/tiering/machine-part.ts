// A family of machines has so much memory for each core: what is said of a pool is either to be had in it, or the family is
// another one.

import { type Cloud, type Family, families, type Share, sharesOf } from '../../knowledge/instance-families.ts'
import { managedClusterOf } from '../../knowledge/managed-clusters.ts'
import type { Cluster, Pool } from '../../platform/model.ts'
import { bytesOf, milliCpuOf } from '../../platform/units.ts'
import { type Part, part } from '../define.ts'
import type { Words } from '../verdict.ts'

export interface Machine {
  readonly pool: string
  readonly family: Family
  readonly cores: number
  readonly memory: string
  /** GiB for each core. */
  readonly share: number
  /** Where that is to be had, and where not. */
  readonly has: readonly Cloud[]
  readonly lacks: readonly { readonly cloud: Cloud; readonly shares: readonly Share[]; readonly source: string }[]
  readonly devices: 'none' | 'some' | 'fit'
  /** Somebody says whose cloud it is. */
  readonly isNamed: boolean
}

/** Nothing where a pool names no family, or nobody says how large its machines are. */
export function machinePart(pool: Pool, cluster: Cluster): readonly Part<'machine', Machine>[] {
  const { name, instance, cpu, memory, gpu } = pool
  const milli = milliCpuOf(cpu)
  const bytes = bytesOf(memory)
  if (instance === undefined || !families.has(instance) || !milli || !bytes) return []
  const family = instance as Family
  const share = bytes / 2 ** 30 / (milli / 1000)
  const provider = cluster.provider ?? managedClusterOf(cluster.distribution)?.provider
  const clouds: readonly Cloud[] = provider ? [provider] : ['aws', 'azure', 'gcp']
  const rows = clouds.map((cloud) => ({ cloud, known: sharesOf(cloud, family) }))
  const has = rows.filter(({ known }) => isAmong(share, known.value)).map(({ cloud }) => cloud)
  const lacks = rows
    .filter(({ cloud }) => !has.includes(cloud))
    .map(({ cloud, known }) => ({ cloud, shares: known.value, source: known.source }))
  const isOfDevices = Number(gpu ?? 0) > 0
  const devices = isOfDevices === (family === 'gpu') ? 'fit' : isOfDevices ? 'some' : 'none'
  // Of clouds that nobody names, that one has it is enough; what all of a cluster comes to is asked of all (one-cloud.ts).
  const isHad = has.length > 0 ? true : provider ? false : undefined
  return [
    part(
      'machine',
      devices === 'fit' ? isHad : devices === 'some' ? false : undefined,
      {
        pool: name,
        family,
        cores: milli / 1000,
        memory: `${memory}`,
        share,
        has,
        lacks,
        devices,
        isNamed: provider !== undefined,
      },
      {
        cause: `machine/${cluster.name}/${name}`,
        waitsFor: `whose cloud ${cluster.name} stands in`,
        hint: 'another family (instance), or as much memory as the family has for its cores',
        stated: [pool.stated],
      },
    ),
  ]
}

// What is told as 32GB is sold as 32GiB, and a few sizes have a little less: a tenth is no other family.
function isAmong(share: number, shares: readonly Share[]): boolean {
  return shares.some(([from, to]) => share >= from * 0.9 && share <= to * 1.1)
}

export function machineWords({ pool, family, cores, memory, share, has, lacks, devices, isNamed }: Machine): Words {
  const is = `${family} with ${cores} cores and ${memory}`
  if (devices === 'none')
    return { line: `${pool} is of the family ${family}, and nobody says which devices its machines have` }
  if (devices === 'some') return { line: `machines of ${pool} have devices, and those that are ${family} have none` }
  const each = `${Math.round(share * 10) / 10}Gi for each core`
  const rows = lacks.map(
    ({ cloud, shares, source }) => [cloud, `${shares.map(sayShare).join(', ')} for each: ${source}`] as const,
  )
  if (lacks.length === 0) return { line: `${pool} is ${is}, ${each}: there are such machines` }
  return {
    line:
      has.length === 0
        ? `${pool} is ${is}, ${each}: no such machine has that of ${lacks.map(({ cloud }) => cloud).join(', ')}${isNamed ? '' : ', and nobody says whose it is'}`
        : `${pool} is ${is}, ${each}: to be had of ${has.join(', ')}, not of ${lacks.map(({ cloud }) => cloud).join(', ')}`,
    rows,
  }
}

function sayShare([from, to]: Share): string {
  return from === to ? `${from}Gi` : `${from} to ${to}Gi`
}
