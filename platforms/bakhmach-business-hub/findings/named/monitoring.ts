import type { Named } from '../../../findings/entry.ts'

export const monitoring: readonly Named[] = [
  {
    id: 'C169',
    fault: '50 million series do not come from this system',
    certainty: 'likely',
    lines: [240, [33, 42], 192],
    why: 'how many series a pod has is not in any table',
  },
  {
    id: 'C171',
    fault: 'metrics kept 15 days against two-week releases',
    certainty: 'interpretation',
    lines: [239, 281, 285],
    why: 'against what a release is compared is not said',
  },
  {
    id: 'C173',
    fault: 'on-call team not defined',
    certainty: 'likely',
    lines: [229, 325],
    why: 'who answers at night is nowhere said; that a step tells people is assumed, and stays so',
  },
  {
    id: 'C176',
    fault: 'latency without targets',
    certainty: 'likely',
    lines: [243, 281],
    why: 'a test without a bound is taken for one that somebody reads',
  },
  {
    id: 'C179',
    fault: 'sampling says nothing about info, warn and audit logs',
    certainty: 'likely',
    lines: [255],
    why: 'what is sampled is asked for what is listed',
  },
  {
    id: 'C180',
    fault: 'no shipper from pods to Logstash',
    certainty: 'interpretation',
    lines: [24, 252],
    why: 'how lines come to the store of logs is not declared',
  },
  {
    id: 'C181',
    fault: 'personal and financial data in logs and traces',
    certainty: 'likely',
    lines: [[251, 261]],
    why: 'what a line holds is not declared',
  },
  {
    id: 'C183',
    fault: 'W3C Trace Context against Istio 1.17 with Jaeger',
    certainty: 'likely',
    lines: [106, 258, 260],
    why: 'which headers a mesh passes on is not in any table',
  },
  {
    id: 'C184',
    fault: 'local Trace Retention with no backend',
    certainty: 'interpretation',
    lines: [261],
    why: 'what a tracer keeps its spans in is not said, and not asked',
  },
]
