// Every fact of the document, by area: what shows it, and what would be different if it were not so.

import type { Facts } from '../facts/fact.ts'
import asWritten from './as-written.ts'
import { environments } from './facts/environments.ts'
import { hosting } from './facts/hosting.ts'
import { layout } from './facts/layout.ts'
import { network } from './facts/network.ts'
import { security } from './facts/security.ts'
import { notYet } from './facts/waiting.ts'
import { watching } from './facts/watching.ts'
import platform from './platform.ts'

export const projectx: Facts = {
  platform,
  asWritten,
  facts: [...environments, ...hosting, ...layout, ...network, ...security, ...watching, ...notYet],
}
