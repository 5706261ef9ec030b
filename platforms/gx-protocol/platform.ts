// GX Protocol as it keeps what its document promises. What was changed, and why, is in README.md.

import { platform } from 'seaworthy'
import { alerts } from './amended/alerts.ts'
import { devnet, edge, fabricMainnet, fabricTest, mainnet, monitoring, testnet } from './amended/environments.ts'
import { figures } from './amended/figures.ts'
import { behaviour, failures, network } from './amended/promises.ts'

export default platform('gx-protocol', {
  title: 'GX Protocol, amended',
  environments: [mainnet, testnet, devnet, fabricMainnet, fabricTest, monitoring, edge],
  promises: [...failures, ...network, ...behaviour, ...figures],
  alerts,
})
