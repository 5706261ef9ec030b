// Fields of the amended platform that no verdict reads, each with its reason; `node scripts/changes.ts --check` asks all again.

export const unread: readonly string[] = [
  // The operator says these itself of the containers that it makes; the document wants them said.
  'alertmanager alert-manager: security.drop.0',
  'alertmanager alert-manager: security.readOnlyRoot',
  'alertmanager backup-alert-manager: security.drop.0',
  'alertmanager backup-alert-manager: security.readOnlyRoot',
  'prometheus backup-monitoring: security.drop.0',
  'prometheus backup-monitoring: security.readOnlyRoot',
  'prometheus prometheus: security.drop.0',
  'prometheus prometheus: security.readOnlyRoot',
  // Its operator brings the image.
  'postgres database: built.base',
  'postgres database: built.official',
  // What the operator exposes by itself, and names that no alert and no promise asks for.
  'postgres database: metrics.port',
  'service api-backend: metrics.names.0',
  'service api-backend: metrics.names.1',
  // Whatever it is called: no account of the place for watching is promised to be its own.
  'prometheus backup-monitoring: account',
  'prometheus prometheus: account',
  // How far back the smaller stack can be read: no promise is about its history.
  'prometheus backup-monitoring: retention',
  // Which program it is.
  'logging log-collection: software.name',
  'tracing trace-collection: software.name',
  // Members are judged by their liveness; how often one is asked whether it is ready moves no bound.
  'redis cache: readiness.every',
  // Far from what a node has left: where its pods stand, their neighbours find room too.
  'sized redis cache (2): options.requests.cpu',
  // A log that is written as it goes has its own time to the other region: what may be lost is asked of the archive.
  'bucket database-log: replicatesTo.0.lag',
  // What is made again may be copied or not.
  'objectStore backup-storage: replicatesTo.0.lag',
  // Nothing asks for a device, so nothing tolerates what keeps others away from its machines.
  'pool gpu: taints.0.key',
  'pool gpu (2): taints.0.key',
  // Which kinds a chart makes beside what keeps rows: of others no object has to be of one kind.
  'chart atk: makes.0',
  'chart atk: makes.1',
  'chart atk: makes.2',
  'chart postgresql: makes.1',
  'chart postgresql: makes.2',
  'chart redis: makes.1',
  'chart redis: makes.2',
  // What is set for each environment by itself: that each has such a configuration is asked, and not what else is in it.
  'configuration configuration management: holds.0',
  'configuration configuration management: holds.1',
  'configuration configuration management: holds.2',
  'configuration configuration management: holds.3',
  // Packages side by side, by the names of folders: that an image comes of them is asked.
  'stage build and test: builds.0',
  'stage build and test: builds.1',
  'stage build and test: builds.2',
  // What lies in a store tells readers what it is for: any store may hold it.
  'content application-data (2): use',
  'content application-data: use',
  'content backups: use',
  'content documents: use',
  'content logs: use',
  'content long-term-backups: ofRecord',
  'content media: use',
  'content messages: use',
  'content query-cache: use',
  'content sessions: use',
  'content user-accounts: use',
  // How long logs stay is promised of what gathers them.
  'content logs: lives',
  // How often somebody has to look is said by no benchmark and by no list of ten.
  'control application security: audited',
  'control container security: audited',
  // On a developer's own machine there are no namespaces.
  'environment local-development: namespace',
  // Nothing runs there until a drill does: there is no call to let through.
  'environment rehearsal: policies.calls',
  // What stands in for it is asked; of the real one, how it is called.
  'external blockchain: stage',
  // Addresses as such: policies let in whoever calls from there.
  'loadBalancer load-balancer: at',
  // Names within a database, keys of a Secret, and the address of a store of secrets.
  'postgres database: cloudNativePg: owner.database',
  'postgres database: cloudNativePg: owner.user',
  'secret cache-password: keys.0',
  'secretStore secrets-manager: at',
  // No promise asks that nothing is lost when a member goes.
  'postgres database: replication.mode',
  // Until when software gets fixes is promised of nothing here.
  'postgres database: version',
  'search log-search: version',
  // Who is in, is in all of it.
  'scenario security breach: failure: of',
  // What is promised to rotate are keys.
  'secret cache-password: rotates',
  'secret copies-credentials: rotates',
  'secret database-owner: rotates',
]
