import type { Named } from '../../../findings/entry.ts'

export const recovery: readonly Named[] = [
  {
    id: 'C153',
    fault: 'a failover drill listed as the backup test',
    certainty: 'likely',
    lines: [222],
    why: 'copies that no drill brings back are not asked about',
  },
  {
    id: 'C155',
    fault: 'backups can be deleted by those who run production',
    certainty: 'likely',
    lines: [51, 132, [216, 221]],
    why: 'who may delete a copy is not declared',
  },
  {
    id: 'C157',
    fault: 'automatic configuration restore without a reconciler',
    certainty: 'likely',
    lines: [219],
    why: 'that a controller applies is said, and taken for one that is there',
  },
  {
    id: 'C160',
    fault: 'DNS failover under a minute without TTL',
    certainty: 'likely',
    lines: [227],
    why: 'how long an answer of DNS is kept is not said, and the estimate stands',
  },
  {
    id: 'C161',
    fault: 'applications are not told about the new primary',
    certainty: 'interpretation',
    lines: [[226, 228]],
    why: 'whom clients call is by name, whoever answers to it',
  },
  {
    id: 'C162',
    fault: 'failback is one line',
    certainty: 'likely',
    lines: [230],
    why: 'the way back is one step in the transcription',
  },
  {
    id: 'C166',
    fault: 'Keycloak, Grafana and Kong configuration in no backup',
    certainty: 'likely',
    lines: [127, [216, 219]],
    why: 'where a provider of identities keeps them is not asked',
  },
  {
    id: 'C167',
    fault: 'Cloudflare and the registry are single suppliers without fallback',
    certainty: 'interpretation',
    lines: [80, 21],
    why: 'what one supplier takes along is weighed for what is declared to need it',
  },
]
