import type { Entry } from '../../findings/entry.ts'
import { unsaid } from '../../findings/found.ts'

export const security: readonly Entry[] = [
  {
    id: 'C238',
    fault: 'PCI DSS is both applied and not applicable',
    certainty: 'certain',
    lines: [658, 772],
    found: [
      unsaid(
        'fulfilled/asset-tokenization-kit/encryption in transit',
        'excluded',
        'encryption in transit is for PCI DSS, which is said not to apply',
      ),
    ],
  },
  {
    id: 'C239',
    fault: 'SOX is a standard in one table and missing in the framework',
    certainty: 'certain',
    lines: [660, [767, 773]],
    found: [
      unsaid(
        'fulfilled/asset-tokenization-kit/access controls',
        'unsaid',
        'access controls is for SOX, and nobody says how the platform stands to it',
      ),
    ],
  },
  {
    id: 'C242',
    fault: 'GDPR “Compliant” by legal review',
    certainty: 'likely',
    lines: [483, 642, 771],
    found: [
      unsaid(
        'complies/asset-tokenization-kit/GDPR',
        'real',
        'staging is for staging and holds some of the rows of production, persons and all',
      ),
    ],
  },
  {
    id: 'C243',
    fault: 'security control standards missing in the framework',
    certainty: 'interpretation',
    lines: [
      [760, 763],
      [767, 773],
    ],
    found: [
      unsaid(
        'fulfilled/asset-tokenization-kit/container security',
        'unsaid',
        'container security is for CIS benchmarks, and nobody says how the platform stands to it',
      ),
    ],
  },
  {
    id: 'C244',
    fault: 'OWASP Top 10 audited monthly without a means',
    certainty: 'interpretation',
    lines: [324, 761],
    found: [
      unsaid(
        'fulfilled/asset-tokenization-kit/application security',
        'named',
        'input validation: said to fulfil application security, and no promise here shows them',
      ),
    ],
  },
  {
    id: 'C245',
    fault: 'runtime protection, behavioural analysis, anomaly detection without tools',
    certainty: 'certain',
    lines: [760, [780, 783]],
    found: [
      unsaid(
        'answered/asset-tokenization-kit/malware',
        'noticed',
        'runtime-scan would show it: nobody says which alert fires by that',
      ),
      unsaid(
        'fulfilled/asset-tokenization-kit/container security',
        'named',
        'image scanning, runtime protection: said to fulfil container security',
      ),
    ],
  },
  {
    id: 'C246',
    fault: 'data breach without notification duty',
    certainty: 'certain',
    lines: [771, 781, 806],
    found: [
      {
        verdict: 'complies/asset-tokenization-kit/GDPR',
        unsaid: 'reported',
        shows: [
          'GDPR wants a breach told to the authority within 72h of knowing it: nobody says who tells the authority of data breach',
        ],
      },
    ],
  },
  {
    id: 'C248',
    fault: 'account lockout without threshold or release',
    certainty: 'interpretation',
    lines: [779],
    found: [
      unsaid(
        'answered/asset-tokenization-kit/unauthorized access',
        'done',
        'lock-account is said to be done: nobody says by whom, nor in which steps',
      ),
    ],
  },
  {
    id: 'C249',
    fault: 'DDoS answered by rate limiting at the target',
    certainty: 'interpretation',
    lines: [43, 782],
    found: [
      unsaid(
        'answered/asset-tokenization-kit/denial of service',
        'done',
        'ingress-controller limits rates behind cdn, which takes floods: nobody says to what, nor who does more',
      ),
    ],
  },
  {
    id: 'C250',
    fault: 'RBAC without roles',
    certainty: 'certain',
    lines: [204, 660],
    found: [
      unsaid(
        'fulfilled/asset-tokenization-kit/access controls',
        'named',
        'RBAC: said to fulfil access controls, and no promise here shows it',
      ),
    ],
  },
  {
    id: 'C251',
    fault: 'Kubernetes audit log not configured',
    certainty: 'likely',
    lines: [660, 675],
    found: [unsaid('audits/production/audit-log', 'written', 'nobody says what the API server of kubernetes writes')],
  },
  {
    id: 'C252',
    fault: 'no pod security standard',
    certainty: 'likely',
    lines: [[505, 509], 760],
    found: [
      unsaid(
        'fulfilled/asset-tokenization-kit/container security',
        'named',
        'image scanning, runtime protection: said to fulfil container security, and no promise here shows them',
      ),
    ],
  },
]
