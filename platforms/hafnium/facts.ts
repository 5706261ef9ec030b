// Every fact of the document, by area: what shows it, and what would be different if it were not so.

import type { Facts } from '../facts/fact.ts'
import asWritten from './as-written.ts'
import { environments } from './facts/environments.ts'
import { images } from './facts/images.ts'
import { network } from './facts/network.ts'
import { notYet } from './facts/not-yet.ts'
import platform from './platform.ts'

export const hafnium: Facts = { platform, asWritten, facts: [...environments, ...network, ...images, ...notYet] }
