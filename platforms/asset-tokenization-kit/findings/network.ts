import type { Entry } from '../../findings/entry.ts'
import { advice, byRule, open, unsaid } from '../../findings/found.ts'

export const network: readonly Entry[] = [
  {
    id: 'C171',
    fault: 'consistent hashing for Redis Cluster',
    certainty: 'certain',
    lines: [568, 619],
    found: [
      byRule(
        'meshed/production/service-mesh',
        'balances',
        'cannot-balance/production/Istio/consistent-hash',
        'its clients find the member by the slot of a key themselves; a proxy that picks by consistent-hash sends them to others',
      ),
    ],
  },
  {
    id: 'C173',
    fault: 'load-balancing method not decided',
    certainty: 'likely',
    lines: [616],
    found: [open('internal-balancing', 'round-robin, least-connections')],
  },
  {
    id: 'C174',
    fault: 'primary/replica routing by service endpoints',
    certainty: 'likely',
    lines: [617],
    found: [
      unsaid(
        'meshed/production/service-mesh',
        'balances',
        'api-backend → database: no proxy knows who has which role, and no name of what is called promises one',
      ),
    ],
  },
  {
    id: 'C176',
    fault: 'circuit breaker for external APIs: five minutes blackout of the chain',
    certainty: 'interpretation',
    lines: [618, 812, 829],
    found: [
      unsaid(
        'meshed/production/service-mesh',
        'balances',
        'api-backend → blockchain: nobody says by what Istio tells calls apart for weighted',
      ),
    ],
  },
  {
    id: 'C177',
    fault: 'egress whitelist of external services by NetworkPolicy',
    certainty: 'certain',
    lines: [626],
    found: [
      unsaid(
        'reaches/production/api-backend/blockchain',
        'undecided',
        'a NetworkPolicy lists addresses and no names, and nobody says those of blockchain',
      ),
    ],
  },
  {
    id: 'C178',
    fault: 'DNS and platform egress not in the rules',
    certainty: 'interpretation',
    lines: [[616, 618], 626],
    found: [
      unsaid(
        'looks-up/production/api-backend',
        'dns',
        'what goes out of production passes by a list that nobody shows, and nobody says that DNS is on it',
      ),
    ],
  },
  {
    id: 'C181',
    fault: 'network policies only for web, API and database',
    certainty: 'certain',
    lines: [[597, 599]],
    found: [advice('open-stores/kubernetes', 'pre-production/cache:6379')],
  },
  {
    id: 'C182',
    fault: 'no default deny',
    certainty: 'likely',
    lines: [574, [625, 628]],
    found: [advice('open-stores/kubernetes', 'no policy isolates it')],
  },
  {
    id: 'C184',
    fault: 'database access rule “Authenticated connections only” is not a network rule',
    certainty: 'likely',
    lines: [628],
    found: [unsaid('authenticates/production/database', 'asks', 'nobody says what database asks of whoever connects')],
  },
  {
    id: 'C186',
    fault: 'VPN appears once',
    certainty: 'likely',
    lines: [759, [536, 578]],
    found: [
      unsaid(
        'fulfilled/asset-tokenization-kit/network security',
        'named',
        'VPN, firewalls, network segmentation: said to fulfil network security, and no promise here shows them',
      ),
    ],
  },
]
