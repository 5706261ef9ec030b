// Fields of the amended platform that no verdict reads, each with its reason; `node scripts/changes.ts --check` asks all again.

export const unread: readonly string[] = [
  // One review or two: that somebody agrees is asked, and not how many.
  'branch main: reviews',
  // Only what serves, and what takes over from it, has to stand in a region of its own.
  'cluster eks-dev: region',
  'cluster eks-staging: region',
  // How rows came to lie there: that they are masked is judged.
  'environment dr: dataFrom.by',
  'environment staging: dataFrom.by',
  // What answers there is the program's own.
  'gateway ingress: liveness.path',
  'gateway ingress: readiness.path',
  'service backend: liveness.path',
  'service backend: readiness.path',
  'service risk-engine: liveness.path',
  'service risk-engine: readiness.path',
  // Three or fewer pods over three zones: one more in a zone leaves all of them a place.
  'job anonymise: place.spread.0.maxSkew',
  'metricsAdapter adapter: place.spread.0.maxSkew',
  'prometheus prometheus: place.spread.0.maxSkew',
  'worker stream: place.spread.0.maxSkew',
  // What is made again may be copied or not.
  'objectStore state: replicatesTo.0.lag',
  'objectStore state: replicatesTo.0.region',
  'objectStore state: versions',
  // The provider makes the members of its Redis, whatever they are to each other.
  'redis redis: mode',
  // Rows that went wrong are wrong in all of the store.
  'scenario rows went wrong: failure: of',
  // One of two steps that have to be over first: the other one ends later.
]
