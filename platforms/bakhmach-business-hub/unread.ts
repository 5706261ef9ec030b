// Fields of the amended platform that no verdict reads, each with its reason; `node scripts/changes.ts --check` asks all again.

export const unread: readonly string[] = [
  // What lies in a store tells readers what it is for: any store may hold it.
  'content audit-trails: use',
  'content notifications: use',
  // Whose data it is counts once a law on it is claimed to be met: so far that is in progress.
  'content debt-defense-agent-documents (2): class',
  'content debt-defense-agent-documents: class',
  'content slon-credit-documents (2): class',
  'content slon-credit-documents: class',
  // How long an answer is kept is no promise: what is older is asked again.
  'content cached: lives.from',
  'content cached: lives.to',
  // What a business does, in words: any may do it.
  'context audityzer-eu: purpose',
  'context bakhmach-hub: purpose',
  'context black-sea-economic-corridor: purpose',
  'context cannabis-infusion: purpose',
  'context debt-defense-agent: purpose',
  'context slon-credit: purpose',
  // What serves all contexts is in none of them for any promise.
  'gateway api-gateway: context',
  'service auth-service: context',
  // Keys of a Secret that a program takes as a whole.
  'secret keycloak-database: keys.0',
  'secret keycloak-database: keys.1',
  // Which program it is, and in what form it writes its tokens.
  'identityProvider keycloak: software.name',
  'identityProvider keycloak: software.version',
  'identityProvider keycloak: tokens.format',
  'logging elk: software.name',
  'tracing jaeger: software.name',
  'service kube-state-metrics: image',
  // No step restores the queue by itself: what is promised of it is how much may be lost.
  'kafka message-queue: backups.0.restores.from',
  'kafka message-queue: backups.0.restores.to',
  // What is not listed is taken whole, as errors are.
  'logging elk: samples.1.of',
  // No call is declared to be a batch.
  'mesh service-mesh: batchTimeout',
  // That each context has a metric for itself is exposed by whatever runs in it, and nobody compares contexts.
  'metric cache_hits_total: per',
  'metric cache_misses_total: per',
  'metric http_error_share: per',
  'metric http_request_duration_seconds: per',
  'metric http_requests_total: per',
  'metric istio_requests_total: per',
  'metric pool_connections: per',
  'metric queue_depth: per',
  // Nothing goes out after it, so nothing waits for its end.
  'stage validation of secondary: takes',
  // No target of latency is promised by the document.
  'metric http_request_duration_seconds: quantile.0',
  'metric http_request_duration_seconds: quantile.1',
  'metric http_request_duration_seconds: quantile.2',
  // Whatever it is called: nobody promises an account of its own to what watches.
  'prometheus prometheus: account',
  // No image is declared with a registry of its own, so whose host it is decides nothing.
  'registry github-container-registry: host',
  // Rows that went wrong are wrong in all of the store.
  'scenario wrong rows: failure: of',
  // Where callers come from: what is promised is where stores stand.
  'segment public: tier',
  // The oldest that is let in is judged, whether newer ones are let in or not.
  'tool Helm: orNewer',
  // The one machine of development stands in one zone, whatever it is called.
  'pool workstation: zones.0',
]
