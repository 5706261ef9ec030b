// Figures said as they are counted.

import { type Correction, components, corrected, listed, type Options, promises } from '../../findings/changing.ts'

/** A figure that is said as it is counted. `name` where the promise has one. */
function states(counts: string, of: string, is: string | number, options: { percent?: boolean; name?: string } = {}) {
  return promises('figure', (given) => {
    const { measure, name } = given as { measure: Options & { of?: { name: string } }; name?: string }
    const isMeant = measure.counts === counts && measure.of?.name === of && name === options.name
    return isMeant && (measure.asPercent === true) === (options.percent === true) ? { ...given, is } : given
  })
}

export const countsCpu: Correction = (gx) =>
  corrected(gx, [
    states('cpuRequests', 'mainnet', 12.5),
    states('cpuRequests', 'mainnet', 12.5, { name: 'headline-cpu' }),
  ])

export const countsStorage = states('storage', 'mainnet', '430Gi')

/** Room is counted on the three nodes that Mainnet is meant to stand on. */
export const countsThePool: Correction = (gx) =>
  corrected(gx, [
    states('freeCpu', 'mainnet', 19.2),
    states('headroomCpu', 'mainnet', 6.7),
    states('headroomCpu', 'mainnet', '35%', { percent: true }),
  ])

/** One measured value per node; everything else follows from them. */
export const addsUpTheNodes: Correction = (gx) =>
  corrected(gx, [
    states('takenCpu', 'gx-protocol-cluster', 36.8),
    states('takenCpu', 'gx-protocol-cluster', '57.5%', { percent: true }),
    states('freeCpu', 'gx-protocol-cluster', 27.2),
    states('freeCpu', 'gx-protocol-cluster', '42.5%', { percent: true }),
    states('freeCpu', 'gx-protocol-cluster', '42.5%', { percent: true, name: 'existing-capacity' }),
  ])

export const countsMemory = states('memoryRequests', 'mainnet', '25Gi', { name: 'headline-memory' })
export const countsPods = states('pods', 'mainnet', 22, { name: 'headline-pods' })

export const countsTestnet: Correction = (gx) =>
  corrected(gx, [
    states('cpuRequests', 'testnet', 4.5),
    states('memoryRequests', 'testnet', '9Gi'),
    states('storage', 'testnet', '190Gi'),
  ])

/** The headroom that follows from the sum of the rows, on the base that the document takes. */
export const subtractsTheSum = promises('figure', (given) => {
  const { measure, name } = given as { measure: Options; name?: string }
  if (name !== 'headroom-cpu-on-the-stated-base') return given
  return { ...given, is: measure.asPercent === true ? '57%' : 16.5 }
})

/** Seven days of copies every six hours. */
export const keepsSevenDays = components(['postgres'], (options) => ({
  ...options,
  backups: listed(options.backups).map((backup) => ({ ...backup, keep: 28 })),
}))
