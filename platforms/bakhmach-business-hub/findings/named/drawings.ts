import type { Named } from '../../../findings/entry.ts'

export const drawings: readonly Named[] = [
  {
    id: 'C070',
    fault: 'diagram: seven arrows, eight boxes',
    certainty: 'certain',
    lines: [[85, 89]],
    why: 'a drawing of letters is read as boxes and what leads to them, not counted by its strokes',
  },
  {
    id: 'C074',
    fault: 'Istio gateway and mesh missing from the topology; three ingress layers',
    certainty: 'likely',
    lines: [28, 83, 111],
    why: 'where the gateway of the mesh stands among the others is not said',
  },
  {
    id: 'C076',
    fault: 'service names differ between matrix and diagram',
    certainty: 'likely',
    lines: [
      [35, 42],
      [88, 89],
    ],
    why: 'two names of one thing are one in the transcription',
  },
  {
    id: 'C077',
    fault: 'auth-service drawn parallel to the services it protects',
    certainty: 'interpretation',
    lines: [
      [85, 89],
      [126, 128],
    ],
    why: 'who verifies a token is not said, and is asked only where a promise says it',
  },
  {
    id: 'C078',
    fault: 'zone, region, VPC, subnet and address plan absent',
    certainty: 'certain',
    lines: [[76, 101], 147, 176, 183],
    why: 'zones and regions that no cluster has are found; a VPC, its subnets and their addresses are asked of none that is not declared',
  },
]
