// What the difference is, in a few matters: which reason of which verdict tells it, as written and as amended.

import type { Chapter } from '../../scripts/story.ts'

const whole = 'recovers/prod/any-failure/prod'
const wrong = 'recovers/prod/any-failure/postgresql-after-corruption'
const taken = 'takes-over/prod/postgresql'
const standby = 'promoted/dr/versions'
const scaled = 'autoscaling/prod/stream'

export const story: readonly Chapter[] = [
  { when: 'the region is lost', asWritten: [taken, 'promoted'], amended: [taken, 'promoted'] },
  { when: 'rows went wrong', asWritten: [wrong, 'ways'], amended: [wrong, 'ways'] },
  { when: 'an hour is over', asWritten: [whole, 'row'], amended: [whole, 'scenario'] },
  { when: 'a version is released', asWritten: [standby, 'ways'], amended: [standby, 'ways'] },
  { when: 'consumers fall behind', asWritten: [scaled, 'served'], amended: [scaled, 'served'] },
]
