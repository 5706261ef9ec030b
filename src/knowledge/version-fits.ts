// Which minors of Kubernetes a version of something is supported on. A version outside the table is unknown, never a guess.

import { minorOf } from './table.ts'

export interface Fit {
  readonly name: string
  /** `1.17`: as many parts as the table tells apart. */
  readonly version: string
  /** Oldest and newest minor of Kubernetes, `1.23`. */
  readonly from: string
  readonly to: string
  readonly source: string
  readonly asOf: string
}

interface Software {
  readonly name: string
  readonly source: string
  /** Oldest first. */
  readonly rows: readonly (readonly [version: string, from: string, to: string])[]
}

const asOf = '2026-11-22'

const table: readonly Software[] = [
  {
    name: 'Istio',
    source:
      'istio.io/latest/docs/releases/supported-releases, support status (istio.io data/compatibility/supportStatus.yml)',
    rows: [
      ['1.13', '1.20', '1.23'],
      ['1.14', '1.21', '1.24'],
      ['1.15', '1.22', '1.25'],
      ['1.16', '1.22', '1.25'],
      ['1.17', '1.23', '1.26'],
      ['1.18', '1.24', '1.27'],
      ['1.19', '1.25', '1.28'],
      ['1.20', '1.25', '1.29'],
      ['1.21', '1.26', '1.29'],
      ['1.22', '1.27', '1.30'],
      ['1.23', '1.27', '1.30'],
      ['1.24', '1.28', '1.31'],
      ['1.25', '1.29', '1.32'],
      ['1.26', '1.29', '1.33'],
      ['1.27', '1.29', '1.33'],
      ['1.28', '1.30', '1.34'],
      ['1.29', '1.31', '1.35'],
      ['1.30', '1.32', '1.36'],
    ],
  },
  {
    name: 'Linkerd',
    source: 'linkerd.io/2/reference/k8s-versions',
    rows: [
      ['2.10', '1.16', '1.23'],
      ['2.11', '1.17', '1.23'],
      ['2.12', '1.21', '1.24'],
      ['2.13', '1.21', '1.28'],
      ['2.14', '1.21', '1.28'],
      ['2.16', '1.22', '1.29'],
      ['2.17', '1.22', '1.31'],
      ['2.18', '1.22', '1.32'],
      ['2.19', '1.29', '1.34'],
    ],
  },
  {
    name: 'Helm',
    source: 'helm.sh/docs/topics/version_skew: the minor that it was built with and three before it',
    rows: [
      ['3.8', '1.20', '1.23'],
      ['3.9', '1.21', '1.24'],
      ['3.10', '1.22', '1.25'],
      ['3.11', '1.23', '1.26'],
      ['3.12', '1.24', '1.27'],
      ['3.13', '1.25', '1.28'],
      ['3.14', '1.26', '1.29'],
      ['3.15', '1.27', '1.30'],
      ['3.16', '1.28', '1.31'],
      ['3.17', '1.29', '1.32'],
      ['3.18', '1.30', '1.33'],
      ['3.19', '1.31', '1.34'],
      ['3.20', '1.32', '1.35'],
    ],
  },
]

/** Whether the table knows something by this name, in any spelling of its letters. */
export function hasFits(name: string): boolean {
  return softwareOf(name) !== undefined
}

/** What a version fits; undefined outside the table. */
export function fitOf(name: string, version: string): Fit | undefined {
  const software = softwareOf(name)
  const cycle = version.replace(/^v/, '').split('.').slice(0, 2).join('.')
  const row = software?.rows.find(([of]) => of === cycle)
  return software && row && fit(software, row)
}

/** The oldest version in the table that fits a minor of Kubernetes, as people go up to it. */
export function firstFor(name: string, kubernetes: string): Fit | undefined {
  const software = softwareOf(name)
  return software?.rows.map((row) => fit(software, row)).find((one) => fits(one, kubernetes))
}

/**
 * Whether it is supported on a minor; undefined for what is no version, and of a cluster that may run a newer one while
 * not all of those are told: nothing is supported on every Kubernetes that will come.
 */
export function fits({ from, to }: Fit, kubernetes: string, mayBeNewer = false): boolean | undefined {
  const [minor, first, last] = [kubernetes, from, to].map(minorOf)
  if (minor === undefined || first === undefined || last === undefined) return undefined
  if (minor > last) return false
  return mayBeNewer ? undefined : first <= minor
}

function softwareOf(name: string): Software | undefined {
  return table.find((one) => one.name.toLowerCase() === name.toLowerCase())
}

function fit({ name, source }: Software, [version, from, to]: Software['rows'][number]): Fit {
  return { name, version, from, to, source, asOf }
}
