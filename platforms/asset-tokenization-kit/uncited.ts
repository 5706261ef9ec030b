// Lines of the document that hold a figure and that no statement of the platform cites, each with the reason.

import type { Uncited } from '../citations/test-citations.ts'

export const uncited: readonly Uncited[] = [
  {
    lines: [
      [102, 106],
      [188, 192],
      [276, 280],
      [377, 381],
      [469, 473],
      [605, 609],
      [724, 728],
    ],
    why: 'the figures are colours and widths of a drawing',
  },
  {
    lines: [169, 170, 172, 173, [177, 179], 184, 185],
    why: 'the figures number nodes in a drawing of what every cluster is made of',
  },
  { lines: [[878, 881]], why: 'the figures number chapters of the same book' },
]
