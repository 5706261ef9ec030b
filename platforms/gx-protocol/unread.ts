// Fields of the amended platform that no verdict reads, each with its reason; `node scripts/changes.ts --check` asks all again.

export const unread: readonly string[] = [
  // What a copy is called for people; how often it is made, how long it takes and where it lies are judged.
  'postgres postgres: backups.0.by',
  'redis redis: backups.0.by',
  'ledger fabric: peers.backups.0.by',
  // Where a page of metrics lies on its port, and what an image holds: what answers there is the program's own.
  'worker outbox-submitter: metrics.path',
  'worker projector: metrics.path',
  'service svc-identity: metrics.path',
  'service svc-wallet: metrics.path',
  'service svc-tokenomics: metrics.path',
  'gateway api-gateway: metrics.path',
  'service external-secrets: image',
  // Names within a database, and keys of a Secret that a program takes as a whole.
  'postgres postgres: cloudNativePg: owner.database',
  'postgres postgres: cloudNativePg: owner.user',
  'secret redis-secrets: keys.0',
  'secret orderer-identity: keys.0',
  'secret orderer-identity: keys.1',
  'secret peer-identity: keys.0',
  'secret peer-identity: keys.1',
  'secret couchdb-password: keys.0',
  'secret authority-key: keys.0',
  'secret authority-key: keys.1',
  // The address of a store of secrets: no name that is told here leads there.
  'secretStore vault: at',
  // A single orderer decides alone, whatever is said of how several would.
  'ledger fabric-devnet: orderers.consensus',
  'ledger fabric-testnet: orderers.consensus',
  // Every claim names its class.
  'cluster gx-protocol-cluster: storage.local-path.default',
  'cluster gx-protocol-standby: storage.local-path.default',
  // Where volumes of this class can go is known of the distribution that brings it, said or not.
  'cluster gx-protocol-cluster: storage.local-path.bound',
  'cluster gx-protocol-standby: storage.local-path.bound',
  // A store of one mode has no other way to follow: unsaid, it is this one.
  'redis redis: replication.mode',
  // The cluster that is not built: what its nodes cost is counted, and nothing stands on them.
  'cluster gx-protocol-separate: kubernetes',
  'node separate-1: cpu',
  'node separate-1: memory',
  'node separate-2: cpu',
  'node separate-2: memory',
  'node separate-3: cpu',
  'node separate-3: memory',
  'node separate-4: cpu',
  'node separate-4: memory',
  // On the second site rules ask for no role of a node.
  'node standby-1: roles.0',
  'node standby-2: roles.0',
  'node standby-3: roles.0',
  // Labels of what is only planned: nothing selects there yet.
  'environment devnet: labels.environment',
  'environment devnet: labels.component',
  'environment fabric-devnet: labels.environment',
  'environment fabric-devnet: labels.component',
  // The operator says these itself of the containers that it makes.
  'prometheus prometheus: security.drop.0',
  'prometheus prometheus: security.readOnlyRoot',
  'alertmanager alertmanager: security.drop.0',
  'alertmanager alertmanager: security.readOnlyRoot',
  // No promise rests on how long it starts.
  'prometheus prometheus: starts',
  'alertmanager alertmanager: starts',
  'daemon node-exporter: starts',
  // The group of what a role of the document's own may read: core, where it is empty.
  'environment monitoring: written (2): manifest.rules.0.apiGroups.0',
  'environment monitoring: written (5): manifest.rules.0.apiGroups.0',
  'environment monitoring: written (5): manifest.rules.1.apiGroups.0',
]
