import type { Named } from '../../../findings/entry.ts'

export const storage: readonly Named[] = [
  {
    id: 'C188',
    fault: 'traces and metrics have no storage, retention or backup row',
    certainty: 'certain',
    lines: [[636, 651], 681, 685],
    why: 'what metrics and traces are kept on is not asked',
  },
  {
    id: 'C189',
    fault: 'file storage is object storage here and a persistent volume there',
    certainty: 'likely',
    lines: [159, 639, 649],
    why: 'what lies on shared volumes is said nowhere',
  },
  {
    id: 'C195',
    fault: 'point-in-time recovery reaches 30 days; nothing says so for the archive',
    certainty: 'interpretation',
    lines: [638, 648],
    why: 'from what an archive is read is not declared',
  },
  {
    id: 'C196',
    fault: 'database kept one year, logs seven',
    certainty: 'likely',
    lines: [648, 651, 660, 773],
    why: 'how long rows must be kept is a matter of law',
  },
  {
    id: 'C198',
    fault: 'cold storage as backup target against RTO 4 hours',
    certainty: 'interpretation',
    lines: [642, 659, 793],
    why: 'how long a cold archive takes before it can be read is declared nowhere',
  },
  {
    id: 'C201',
    fault: 'seven years of logs with personal data',
    certainty: 'likely',
    lines: [651, 675, 771],
    why: 'whose rows logs hold is not declared',
  },
  {
    id: 'C205',
    fault: 'backup encryption with RTO but no RPO, others N/A',
    certainty: 'interpretation',
    lines: [[655, 661]],
    why: 'a column that does not fit its rows is a matter of the table',
  },
  {
    id: 'C206',
    fault: 'growth of storage passes the 10TB limit in a year',
    certainty: 'certain',
    lines: [838, 846],
    why: 'the bound is reached within a year, and there is time enough to order more: that breaks nothing',
  },
  {
    id: 'C207',
    fault: 'dynamic provisioning triggered by usage thresholds',
    certainty: 'likely',
    lines: [838],
    why: 'what makes a volume grow is a matter of prose',
  },
  {
    id: 'C208',
    fault: 'object storage deletion and retention not covered',
    certainty: 'interpretation',
    lines: [639, 642],
    why: 'how long older versions stay, and who can delete them on both sides, is promised of no file',
  },
]
