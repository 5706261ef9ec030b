// Known faults that no rule finds, each with the reason.

import type { Named } from '../../findings/entry.ts'

export const named: readonly Named[] = [
  {
    id: 'C54',
    fault: 'later outside services that nothing lets pods out to',
    why: 'what is planned is absent from every estate, so nothing cuts it off yet; an outside service that is declared and not let out to is found',
  },
]
