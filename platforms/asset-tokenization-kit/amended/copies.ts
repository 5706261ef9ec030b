// Where copies lie: cold, in both regions, where nobody can delete one before its time; and beside it the log that the
// database writes as it goes.

import { bucket, content, managed, objectStore } from 'seaworthy'
import { says } from '../as-written/says.ts'
import { away, home, objectsAt } from './regions.ts'

const architecture = (line: number) => says('Storage Architecture', line)

/** A copy of a copy is made again from the rows that it is of. */
export const backupStorage = objectStore('backup-storage', {
  managedBy: managed('s3', { region: home, at: objectsAt }),
  replicatesTo: [{ region: away, lag: '5m' }],
  holds: [content('long-term-backups', { use: 'backups', ofRecord: false, stated: architecture(642) })],
  stated: says('Deployment Architecture, Storage Architecture', 70, 642),
})

export const logOfDatabase = bucket('database-log', {
  host: 's3.dualstack.eu-central-1.amazonaws.com',
  at: objectsAt,
  region: home,
  replicatesTo: [{ region: away, lag: '5m' }],
  secret: 'copies-credentials',
  stated: says('Storage Architecture, Persistent Volume Management', 638, 648),
})
