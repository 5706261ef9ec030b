// Fields of the amended platform that no verdict reads, each with its reason; `node scripts/changes.ts --check` asks all again.

export const unread: readonly string[] = [
  // One review or two, and whether it counts after a change: that release managers agree before production is asked.
  'branch main: reviews',
  'branch main: dismissesStale',
  // What packages makes an image, as what builds does; and what fails ends the run, said or not.
  'stage build: does.2',
  'stage build: onFailure',
  'stage dev: onFailure',
  'stage staging: onFailure',
  // What a canary may fail is weighed against an availability in per cent, and the document promises none.
  'platform projectx: promotion: strategy: steps.0.for',
  'platform projectx: promotion: strategy: steps.1.weight',
  'platform projectx: promotion: strategy: steps.1.for',
  // Only what serves, and what takes over from it, has to stand in a region of its own.
  'managed snowflake: region',
  // That Amazon runs the control plane is known of EKS, said or not.
  'cluster dev: controlPlane',
  'cluster staging: controlPlane',
  'cluster operations: controlPlane',
  // Nothing of the place for watching calls its API server through a policy, and it has room with the fewest nodes.
  'cluster operations: api.at.0',
  'cluster operations: api.port',
  'cluster operations: autoscaler.most',
  // Where callers come from: what is promised is where components stand.
  'segment edge: tier',
  // Dev ends with its branch, and that is what is promised of it.
  'environment dev: ephemeral',
  // Where Staging and Dev go instead is asked; of production, that the agencies have a line of their own.
  'external government-agencies: stage',
  // The mesh shows certificates for whoever calls, whatever the call says.
  'service identity: call: tls',
  'service identity: call (2): tls',
  'worker ledger-feed: call: tls',
  // Outside the mesh no promise asks for more than what is said of the services.
  'service document-archive: call: tls',
  'worker ledger-feed: call (2): tls',
  // What lies in a store tells readers what it is for: any store may hold it.
  'content transactions: use',
  'content documents: use',
  'content analytics: use',
  'content integration-events: use',
  'content notifications: use',
  // Nobody here shares out partitions, and how long a message is there after it is read is promised to nobody.
  'kafka broker: topics.integrations.partitions',
  'kafka broker: topics.integrations.keeps',
  'kafka broker: topics.notifications.partitions',
  'kafka broker: topics.notifications.keeps',
  // What a copy is called for people; how often it is made, how long it takes and where it lies are judged.
  'postgres postgres: backups.0.by',
  'ledger blockchain: orderers.backups.0.by',
  'ledger blockchain: peers.backups.0.by',
  // The second region replays what is archived: nothing is brought back from a copy on the way there.
  'postgres postgres: backups.0.restores.from',
  'postgres postgres: backups.0.restores.to',
  // What is made again from other rows may be copied or not.
  'warehouse warehouse: replicatesTo.0.region',
  'warehouse warehouse: replicatesTo.0.lag',
  // Names within a database, and keys of a Secret that a program takes as a whole.
  'postgres postgres: cloudNativePg: owner.database',
  'postgres postgres: cloudNativePg: owner.user',
  'sized postgres postgres: cloudNativePg: owner.database',
  'sized postgres postgres: cloudNativePg: owner.user',
  'secret postgres-app: keys.0',
  'secret postgres-app: keys.1',
  'secret documents-credentials: keys.0',
  'secret documents-credentials: keys.1',
  'secret warehouse-credentials: keys.0',
  'secret warehouse-credentials: keys.1',
  'secret orderer-identity: keys.0',
  'secret orderer-identity: keys.1',
  'secret peer-identity: keys.0',
  'secret peer-identity: keys.1',
  'secret ledger-client: keys.0',
  'secret ledger-client: keys.1',
  'secret agencies-client: keys.0',
  'secret agencies-client: keys.1',
  // The address of a store of secrets: no name that is told here leads there.
  'secretStore secrets-manager: at',
  // Peers take no vote: each member has its own, wherever the others stand.
  'ledger blockchain: peers.place.spread.0.maxSkew',
  'ledger blockchain: peers.place.spread.0.over.app',
  'ledger blockchain: peers.place.spread.0.over.role',
  // With one pod left the stack goes on, and no promise waits for the pod that is made again.
  'gateway telemetry-intake: leavesNodeAfter',
  'logging centralized-logging: leavesNodeAfter',
  'tracing opentelemetry: leavesNodeAfter',
  'service grafana: leavesNodeAfter',
  // Which program it is; there is one tier, however it is called; and when a trace is picked, all of them being kept.
  'logging centralized-logging: software.name',
  'logging centralized-logging: software.version',
  'logging centralized-logging: keeps.0.tier',
  'service grafana: software.name',
  'service grafana: software.version',
  'tracing opentelemetry: software.name',
  'tracing opentelemetry: keeps.0.tier',
  'tracing opentelemetry: decides',
  // The operator says these itself of the containers that it makes.
  'prometheus prometheus: security.drop.0',
  'prometheus prometheus: security.readOnlyRoot',
]
