// The platforms whose facts are counted, in the order of their names.

import { assetTokenizationKit } from '../asset-tokenization-kit/facts.ts'
import { bakhmachBusinessHub } from '../bakhmach-business-hub/facts.ts'
import { gxProtocol } from '../gx-protocol/facts.ts'
import { hafnium } from '../hafnium/facts.ts'
import { projectx } from '../projectx/facts.ts'
import type { Facts } from './fact.ts'

export const platforms: { readonly [folder: string]: Facts } = {
  'asset-tokenization-kit': assetTokenizationKit,
  'bakhmach-business-hub': bakhmachBusinessHub,
  'gx-protocol': gxProtocol,
  hafnium,
  projectx,
}
