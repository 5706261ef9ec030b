import type { Named } from '../../../findings/entry.ts'

export const delivery: readonly Named[] = [
  {
    id: 'C185',
    fault: 'git push to main against required pull requests',
    certainty: 'interpretation',
    lines: [[268, 273], 276],
    why: 'what a word is to mean is not in what it is declared by',
  },
  {
    id: 'C187',
    fault: 'mapping of branches to environments incomplete',
    certainty: 'interpretation',
    lines: [268],
    why: 'each branch is transcribed with the environment of its name',
  },
  {
    id: 'C188',
    fault: 'three deployment strategies in a row',
    certainty: 'likely',
    lines: [[117, 119], 280],
    why: 'strategies one after the other are no contradiction',
  },
  {
    id: 'C189',
    fault: 'validation stands after production',
    certainty: 'likely',
    lines: [[280, 281]],
    why: 'a stage that looks comes after the one that deploys, as everywhere',
  },
  {
    id: 'C193',
    fault: 'two rollback conditions',
    certainty: 'likely',
    lines: [119, 282],
    why: 'what is critical is not said by the word',
  },
  {
    id: 'C195',
    fault: 'no approval of production by another person than the author’s team',
    certainty: 'interpretation',
    lines: [270, [275, 282]],
    why: 'who may approve is not promised',
  },
  {
    id: 'C196',
    fault: 'emergency path undefined',
    certainty: 'interpretation',
    lines: [270, [286, 287]],
    why: 'what may be left out in need is not promised',
  },
  {
    id: 'C198',
    fault: '24 hours counted from nothing',
    certainty: 'interpretation',
    lines: [287],
    why: 'from when the time counts is not declared apart',
  },
  {
    id: 'C199',
    fault: 'pipeline tool and its credentials unnamed',
    certainty: 'likely',
    lines: [[264, 289], 21],
    why: 'what runs the pipeline is not declared',
  },
]
