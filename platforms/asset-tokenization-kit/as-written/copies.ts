// Recovery architecture: what is promised of backups beside the methods that the stores have.

import { promise } from 'seaworthy'
import { production } from './environments.ts'
import { says } from './says.ts'
import { database, files } from './stores.ts'

const row = says('Recovery Architecture', 793)

export const copies = [database, files].map((store) =>
  promise.retains(store, { in: production, acrossRegions: true, stated: row }),
)
