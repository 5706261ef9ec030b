// What volumes lie on, wherever their stores run, and that they can grow: storage scales by what is provisioned.

import { promise } from 'seaworthy'
import { says } from '../as-written/says.ts'
import { cache, database } from './stores.ts'
import { logVolumes, sharedVolumes } from './volumes.ts'

const volumes = (line: number, architecture?: number) =>
  architecture === undefined
    ? says('Persistent Volume Management, Scaling Strategy', line, 838)
    : says('Persistent Volume Management, Storage Architecture, Scaling Strategy', architecture, line, 838)
const once = { accessMode: 'ReadWriteOnce', expands: true } as const

export const devices = [
  promise.keptOn('ssd', { of: [database], replicated: true, ...once, stated: volumes(648, 638) }),
  promise.keptOn('network', { of: [sharedVolumes], accessMode: 'ReadWriteMany', stated: volumes(649) }),
  promise.keptOn('ssd', { of: [cache], ...once, stated: volumes(650) }),
  promise.keptOn('ssd', { of: [logVolumes], ...once, stated: volumes(651) }),
]
