import type { Entry } from '../../findings/entry.ts'
import { unsaid } from '../../findings/found.ts'

export const security: readonly Entry[] = [
  {
    id: 'C093',
    fault: 'no tenant or end-customer role',
    certainty: 'certain',
    lines: [[131, 136], 3],
    found: [
      {
        verdict: 'tenancy/bakhmach-business-hub',
        unsaid: 'role',
        shows: [
          'nobody says what people of a tenant may do: Context Manager is bounded to a context, and nobody says that a tenant is one',
        ],
      },
    ],
  },
  {
    id: 'C095',
    fault: 'service Account rights not bounded',
    certainty: 'likely',
    lines: [134],
    found: [
      {
        verdict: 'signs-in/bakhmach-business-hub/access/Service Account',
        unsaid: 'may',
        shows: ['nobody says what Service Account may do'],
      },
    ],
  },
  {
    id: 'C109',
    fault: 'DNSSEC with kube-dns',
    certainty: 'likely',
    lines: [149],
    found: [
      {
        verdict: 'dnssec/production/kube-dns',
        unsaid: 'chain',
        shows: [
          'nobody says which key those who ask kube-dns trust: it answers for names of the cluster, and as nobody delegates their domain',
        ],
      },
    ],
  },
  {
    id: 'C110',
    fault: 'AES-256-GCM for databases is not what these databases offer',
    certainty: 'likely',
    lines: [153, 26],
    found: [
      {
        verdict: 'encrypted/bakhmach-business-hub/atRest',
        unsaid: 'layer',
        shows: ['nobody says which layer encrypts what postgresql keeps in production'],
      },
    ],
  },
  {
    id: 'C112',
    fault: 'no key management',
    certainty: 'certain',
    lines: [[153, 154]],
    found: [
      {
        verdict: 'encrypted/bakhmach-business-hub/atRest',
        unsaid: 'key',
        shows: ['nobody says which key mongodb and postgresql are encrypted with, nor where it is kept'],
      },
    ],
  },
  {
    id: 'C118',
    fault: 'no named legal or compliance frame',
    certainty: 'certain',
    lines: [[10, 14], 136, 317],
    found: [
      {
        verdict: 'complies/bakhmach-business-hub/criteria',
        unsaid: 'criteria',
        shows: ['Auditor may audit, and nobody says against which law, standard'],
      },
    ],
  },
  {
    id: 'C121',
    fault: 'residency of the secondary region unnamed',
    certainty: 'likely',
    lines: [11, 180, 218, 227],
    found: [
      {
        verdict: 'spans/production/multi-region/production',
        unsaid: 'regions',
        shows: ['nobody says the region of production, and nobody says a node of secondary, nor that it is there'],
      },
    ],
  },
  {
    id: 'C114',
    fault: 'the sealing key is in no backup',
    certainty: 'likely',
    lines: [154, 219],
    found: [
      unsaid(
        'recovers/production/any-failure/production',
        'opened',
        'what sealed-secrets has sealed opens with keys that lie in the cluster alone, and nobody says that they are copied',
      ),
    ],
  },
]
