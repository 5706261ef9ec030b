// What laws and standards are about, and how somebody shows that they are met. What is not in this table is not known here.

import type { Known } from './table.ts'

export interface KnownStandard {
  /** The kinds of data that it protects; absent: of no kind, or of any. */
  readonly about?: readonly string[]
  /** How it is shown that it is met; absent: nothing is prescribed. */
  readonly shownBy?: readonly string[]
  /** In words, where it is shown otherwise than many say. */
  readonly says: string
  /** How often that is done again at the least; absent: it is for everybody to say. */
  readonly every?: 'year' | 'quarter'
  /** Where it says that persons can have what is kept of them deleted. */
  readonly erases?: string
  /** Where it says that an authority is told of a breach, and how long after somebody knows of it at the most. */
  readonly tellsAuthority?: { readonly within: '72h'; readonly article: string }
}

const asOf = '2026-11-22'

const rows: readonly (readonly [named: RegExp, known: Known<KnownStandard>])[] = [
  [
    /^SOC ?2\b/i,
    {
      value: {
        shownBy: ['audit'],
        says: 'the report of an auditor: it is attested, and certifies nothing',
      },
      source: 'AICPA, AT-C 205, Assertion-Based Examination Engagements (www.aicpa-cima.com/topic/audit-assurance)',
      asOf,
    },
  ],
  [
    /^ISO(?:\/IEC)? ?27001\b/i,
    {
      value: {
        shownBy: ['audit', 'certification'],
        says: 'a certificate for three years, and a surveillance audit in each calendar year',
        every: 'year',
      },
      source: 'ISO/IEC 17021-1:2015, 9.1.3.2 and 9.1.3.3',
      asOf,
    },
  ],
  [
    /^PCI[ -]DSS\b/i,
    {
      value: {
        about: ['card'],
        shownBy: ['assessment'],
        says: 'an assessment by a Qualified Security Assessor or by oneself, its scope confirmed each year',
        every: 'year',
      },
      source: 'PCI DSS v4.0.1, 12.5.2 (www.pcisecuritystandards.org/standards/pci-dss)',
      asOf,
    },
  ],
  [
    /^HIPAA\b/i,
    {
      value: {
        about: ['health'],
        shownBy: ['assessment', 'audit', 'review'],
        says: 'an evaluation from time to time: nobody whom the law knows certifies it',
      },
      source: '45 CFR 164.308(a)(8) (www.ecfr.gov/current/title-45/section-164.308)',
      asOf,
    },
  ],
  [
    /^GDPR\b/i,
    {
      value: {
        about: ['personal'],
        says: 'a process that tests and evaluates what is done, regularly',
        erases: 'Regulation (EU) 2016/679, article 17(1) (eur-lex.europa.eu/eli/reg/2016/679/oj)',
        tellsAuthority: {
          within: '72h',
          article: 'Regulation (EU) 2016/679, article 33(1) (eur-lex.europa.eu/eli/reg/2016/679/oj)',
        },
      },
      source: 'Regulation (EU) 2016/679, article 32(1)(d) (eur-lex.europa.eu/eli/reg/2016/679/oj)',
      asOf,
    },
  ],
  [
    /^SOX\b|^Sarbanes/i,
    {
      value: {
        about: ['financial'],
        shownBy: ['assessment', 'audit'],
        says: 'an assessment by the management each year, and an audit of it',
        every: 'year',
      },
      source: '15 U.S.C. 7262 (Sarbanes-Oxley Act, section 404)',
      asOf,
    },
  ],
  [
    /^CIS controls\b/i,
    {
      value: { says: 'accounts looked through, and assets scanned, each quarter', every: 'quarter' },
      source: 'CIS Controls v8.1, safeguards 5.1 and 7.5 (www.cisecurity.org/controls/v8-1)',
      asOf,
    },
  ],
]

/** By the name that people give it; undefined for one that is not in the table. */
export function knownStandard(name: string): Known<KnownStandard> | undefined {
  return rows.find(([named]) => named.test(name))?.[1]
}
