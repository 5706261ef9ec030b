// What is seen on a release, and in documents that are written from the platform.

import { waiting } from '../waiting.ts'

const delivering = waiting('delivering', 'it is seen on a release, and nothing is released yet', [
  [157, 'the schema is migrated before the services start', 'deliver', 'run'],
  [158, 'the first rows are there after the first release, once', 'deliver', 'run'],
  [170, 'what is deployed lies in Git', 'deliver'],
  [245, 'images are scanned before they are released', 'deliver', 'secure'],
  [248, 'one repository holds all that is deployed', 'render', 'deliver'],
  [254, 'what is deployed goes to the one cluster that is meant', 'deliver', 'check'],
  [259, 'before a deployment room, labels, namespaces, secrets and settings are looked at', 'deliver', 'check'],
  [260, 'stores are deployed, and their volumes are there before what follows', 'deliver', 'run'],
  [261, 'the schema is migrated, filled and looked at', 'deliver', 'run'],
  [262, 'workers, services, the gateway and the ingress are deployed in this order', 'deliver', 'run'],
  [263, 'after a deployment five things are looked at', 'deliver', 'observe'],
])

const documenting = waiting(
  'documenting',
  'it stands in a document that is written from the platform, and none is yet',
  [
    [31, 'a cluster of its own was rejected, as its latency is too high', 'document'],
    [40, 'from another cluster the projection would lag behind for good', 'document', 'check'],
    [44, 'from another cluster a submission would take up to a second', 'document'],
    [80, 'each rule of placement says what it is for', 'document'],
    [246, 'what is found in images is mended within a time', 'document', 'check'],
    [247, 'somebody audits security at set times', 'document'],
    [255, 'four nodes fewer save $2,000 to $3,000 a month', 'document', 'check'],
    [256, 'traffic that stays inside saves $500 to $1,000 a month', 'document', 'check'],
    [257, 'one cluster fewer saves 20 to 30 hours a month', 'document'],
    [264, 'a page helps with pods that crash again and again', 'document'],
    [265, 'a page helps with a database that refuses connections', 'document', 'run'],
    [266, 'a page helps with a ledger that does not answer', 'document', 'run'],
    [267, 'a page helps with a projector that lags', 'document', 'run'],
    [269, 'five principles stand behind the design', 'document'],
    [270, 'the contents lead to ten sections', 'document', 'check'],
  ],
)

export const afterwards = [...delivering, ...documenting]
