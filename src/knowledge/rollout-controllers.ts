// Programs that measure a new version while it gets a share of the requests, and take it back by themselves. A Deployment
// does not: of one that goes wrong Kubernetes reports a condition, and does nothing else
// (https://kubernetes.io/docs/concepts/workloads/controllers/deployment/#failed-deployment). A mesh shares requests out as it
// is told, and goes on with that whatever they come to.
// As of 2026-11-23.

const sources: ReadonlyMap<string, string> = new Map([
  ['argo rollouts', 'https://argo-rollouts.readthedocs.io/en/stable/features/analysis/'],
  ['flagger', 'https://docs.flagger.app/usage/how-it-works'],
  ['spinnaker', 'https://spinnaker.io/docs/guides/user/canary/'],
])

/** Whether a program of this name does; undefined for one that is not among those that are known. */
export function takesBack(name: string): true | undefined {
  return sources.has(name.toLowerCase().replaceAll('-', ' ')) || undefined
}
