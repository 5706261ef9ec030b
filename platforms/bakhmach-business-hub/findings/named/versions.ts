import type { Named } from '../../../findings/entry.ts'

export const versions: readonly Named[] = [
  {
    id: 'C002',
    fault: 'open-ended floors 1.28+ and 3.12+ pin nothing',
    certainty: 'likely',
    lines: [20, 22],
    why: 'a floor is judged by the oldest that it lets in, and that it lets in newer ones is no fault by itself',
  },
  {
    id: 'C016',
    fault: 'S3 as backup target although AKS is an admitted platform',
    certainty: 'likely',
    lines: [51, 168, 176],
    why: 'nothing says that a bucket of one provider may not serve a cluster of another',
  },
  {
    id: 'C018',
    fault: 'component list omits parts the document relies on',
    certainty: 'certain',
    lines: [[18, 29], 106, 127, 154, 258],
    why: 'a list of the parts is not declared: what is declared is what runs',
  },
  {
    id: 'C020',
    fault: 'platform and one of its contexts nearly share a name',
    certainty: 'interpretation',
    lines: [7, 9, 37],
    why: 'names that are alike are no contradiction',
  },
  {
    id: 'C024',
    fault: 'Web3 and Smart City named without any component',
    certainty: 'likely',
    lines: [9, 37],
    why: 'what a purpose needs is not said by its words',
  },
  {
    id: 'C025',
    fault: 'no capacity or load figure anywhere',
    certainty: 'certain',
    lines: [[31, 42], [186, 208], 316],
    why: 'no load is declared, and no promise needs one',
  },
]
