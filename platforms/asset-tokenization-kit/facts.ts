// What the document of the Asset Tokenization Kit says, row by row, and how it is shown that the platform says it too.

import type { Fact, Facts } from '../facts/fact.ts'
import asWritten from './as-written.ts'
import { capacity } from './facts/capacity.ts'
import { charts } from './facts/charts.ts'
import { cluster } from './facts/cluster.ts'
import { copies } from './facts/copies.ts'
import { environments } from './facts/environments.ts'
import { network } from './facts/network.ts'
import { notShown } from './facts/not-yet.ts'
import { protection } from './facts/protection.ts'
import { renderedPlatform } from './facts/rendered-platform.ts'
import { renderedPods } from './facts/rendered-pods.ts'
import platform from './platform.ts'

const shown: readonly Fact[] = [
  ...capacity,
  ...charts,
  ...cluster,
  ...copies,
  ...environments,
  ...network,
  ...protection,
  ...renderedPlatform,
  ...renderedPods,
]

export const assetTokenizationKit: Facts = { platform, asWritten, facts: [...shown, ...notShown(shown)] }
