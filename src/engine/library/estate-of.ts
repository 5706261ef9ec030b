import type { Estate } from '../../estate/estate.ts'
import { importManifests } from '../../estate/import.ts'
import type { Manifest } from '../../kubernetes/types.ts'

/** What the engines look at: objects of one cluster as the API has them, Nodes and running Pods among them. */
export interface ClusterObjects {
  readonly manifests: readonly Manifest[]
  /** `1.33`; rules that differ between minors are unknown where nobody says. */
  readonly kubernetes?: string
  /** Whether the network plugin enforces policies; an assumption of every answer where nobody says. */
  readonly enforcesPolicy?: boolean
}

const known = new WeakMap<readonly Manifest[], Map<string, Estate>>()

/** The same objects are compiled once, as long as the same is said beside them. Throws `RangeError` for what is no object of the API, by its index. */
export function estateOf({ manifests, ...options }: ClusterObjects): Estate {
  const { kubernetes, enforcesPolicy } = options
  const beside = `${kubernetes} ${enforcesPolicy}`
  const had = known.get(manifests)?.get(beside)
  if (had) return had
  const read = manifests.map((manifest, index) => ({
    manifest,
    document: index + 1,
    at: { file: 'manifests', line: index + 1, column: 1 },
    lineOf: () => undefined,
  }))
  const { estate, problems } = importManifests(read, options)
  const [problem] = problems
  if (problem) throw new RangeError(`manifests[${problem.line - 1}]: ${problem.says}; ${problem.next}`)
  known.set(manifests, (known.get(manifests) ?? new Map()).set(beside, estate))
  return estate
}
