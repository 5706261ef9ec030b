// Every fact of the document, by area: what shows it, and what would be different if it were not so.

import type { Fact, Facts } from '../facts/fact.ts'
import asWritten from './as-written.ts'
import { contexts } from './facts/contexts.ts'
import { environments } from './facts/environments.ts'
import { network } from './facts/network.ts'
import { notYet } from './facts/not-yet.ts'
import { renderedFacts } from './facts/rendered.ts'
import { scalingFacts } from './facts/scaling.ts'
import { stack } from './facts/stack.ts'
import { stores } from './facts/stores.ts'
import { watching } from './facts/watching.ts'
import platform from './platform.ts'

const shown: readonly Fact[] = [
  ...contexts, //
  ...environments,
  ...network,
  ...renderedFacts,
  ...scalingFacts,
  ...stack,
  ...stores,
  ...watching,
]

export const bakhmachBusinessHub: Facts = { platform, asWritten, facts: [...shown, ...notYet] }
