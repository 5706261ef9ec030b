// Recovery architecture: what is promised of backups beside the methods that the stores have.

import { promise } from 'seaworthy'
import { production } from './environments.ts'
import { says } from './says.ts'
import { database, files } from './stores.ts'

const row = says('Recovery Architecture', 793)
const storage = says('Storage Architecture', 642)

export const copies = [database, files].flatMap((store) => [
  promise.retains(store, { in: production, acrossRegions: true, stated: row }),
  // “Compliance retention”, and no time.
  promise.retains(store, { in: production, asRequired: true, name: 'compliance', stated: storage }),
])
