// Kubernetes minors: when they came, when they are given up, and what changed between them.
import { type Known, minorOf, rowAt } from './table.ts'

export interface MinorRelease {
  readonly minor: string
  /** The day of `.0`. */
  readonly released: string
  /** The day after which no patch is promised; undefined where we found no source. */
  readonly endOfLife?: string
  readonly source: string
  readonly asOf: string
}

/** A minor's dates; undefined for one that is not in the table (1.27 to 1.37). */
export function minorRelease(version: string): MinorRelease | undefined {
  const minor = minorOf(version)
  return releases.find((release) => minorOf(release.minor) === minor)
}

/** Whether patches are promised on a day `YYYY-MM-DD`; undefined where we do not know. */
export function isSupported(version: string, day: string): boolean | undefined {
  const endOfLife = minorRelease(version)?.endOfLife
  return endOfLife === undefined ? undefined : day <= endOfLife
}

/** Whether a feature gate is on by default in a version; undefined outside 1.29 to 1.36. */
export function gateDefault(gate: GateName, version: string): Known<boolean> | undefined {
  const { line, changes } = gates[gate]
  const rows = [{ from: '1.29', value: false }, ...changes.map(([from, value]) => ({ from, value }))]
  const source = `k8s.io/kubernetes@v1.36.3/pkg/features/kube_features.go:${line}`
  return rowAt({ rows: rows.map((row) => ({ ...row, source, asOf })), to: '1.36' }, version)
}

export type GateName = keyof typeof gates

const asOf = '2026-11-21'
const website = 'https://kubernetes.io/releases'
const ended = 'kubernetes/website data/releases/eol.yaml'

// First days: commit times of the tags, as the Go module proxy gives them for k8s.io/kubernetes.
const releases: readonly MinorRelease[] = [
  { minor: '1.27', released: '2023-04-11', endOfLife: '2024-07-16', source: ended, asOf },
  { minor: '1.28', released: '2023-08-15', endOfLife: '2024-10-22', source: ended, asOf },
  { minor: '1.29', released: '2023-12-13', endOfLife: '2025-02-28', source: ended, asOf },
  { minor: '1.30', released: '2024-04-17', endOfLife: '2025-07-15', source: ended, asOf },
  { minor: '1.31', released: '2024-08-13', endOfLife: '2025-11-11', source: ended, asOf },
  { minor: '1.32', released: '2024-12-11', endOfLife: '2026-02-28', source: ended, asOf },
  { minor: '1.33', released: '2025-04-23', endOfLife: '2026-06-28', source: `${website}/1.33/`, asOf },
  { minor: '1.34', released: '2025-08-27', endOfLife: '2026-10-27', source: `${website}/1.34/`, asOf },
  { minor: '1.35', released: '2025-12-17', endOfLife: '2027-02-28', source: `${website}/1.35/`, asOf },
  { minor: '1.36', released: '2026-04-22', endOfLife: '2027-06-28', source: `${website}/1.36/`, asOf },
  { minor: '1.37', released: '2026-08-26', endOfLife: '2027-10-28', source: `${website}/1.37/`, asOf },
]

interface Gate {
  readonly line: number
  /** From which minor on it is on or off by default; off before. */
  readonly changes: readonly (readonly [from: string, value: boolean])[]
}

const gates = {
  /** CIDRs with host bits set, and addresses with leading zeros, are refused. */
  StrictIPCIDRValidation: { line: 2045, changes: [['1.36', true]] },
  /** Services may have names that begin with a digit. */
  RelaxedServiceNameValidation: { line: 1881, changes: [['1.36', true]] },
  /** Environment variables may have nearly any name. */
  RelaxedEnvironmentVariableValidation: { line: 1875, changes: [['1.32', true]] },
  RelaxedDNSSearchValidation: { line: 1869, changes: [['1.33', true]] },
  /** `matchLabelKeys` and `mismatchLabelKeys` of pod affinity. */
  MatchLabelKeysInPodAffinity: { line: 1657, changes: [['1.31', true]] },
  MatchLabelKeysInPodTopologySpread: { line: 1663, changes: [['1.29', true]] },
  /** `nodeAffinityPolicy` and `nodeTaintsPolicy` of topology spread. */
  NodeInclusionPolicyInPodTopologySpread: { line: 1720, changes: [['1.29', true]] },
  /** `restartPolicy: Always` on init containers. */
  SidecarContainers: { line: 1993, changes: [['1.29', true]] },
  /** `resources` of the pod itself. */
  PodLevelResources: { line: 1780, changes: [['1.34', true]] },
  InPlacePodVerticalScaling: { line: 1534, changes: [['1.33', true]] },
  /** `restartPolicyRules` of containers. */
  ContainerRestartRules: { line: 1335, changes: [['1.35', true]] },
  /** `Lt` and `Gt` in tolerations. */
  TaintTolerationComparisonOperators: { line: 2061, changes: [] },
  /** `maxUnavailable` in a StatefulSet's rolling update. */
  MaxUnavailableStatefulSet: { line: 1672, changes: [] },
  /** Crash loops that begin at 1 s and end at 60 s. */
  ReduceDefaultCrashLoopBackOffDecay: { line: 1865, changes: [] },
  /** A node's own longest wait between crashes. */
  KubeletCrashLoopBackOffMax: { line: 1582, changes: [['1.35', true]] },
  NodeDeclaredFeatures: { line: 1715, changes: [['1.36', true]] },
  UserNamespacesSupport: { line: 2093, changes: [['1.33', true]] },
} as const satisfies { readonly [gate: string]: Gate }
