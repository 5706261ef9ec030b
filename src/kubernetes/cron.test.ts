import assert from 'node:assert/strict'
import { test } from 'node:test'
import { readCron } from './cron.ts'
import { goDurationSeconds } from './go-duration.ts'

const hour = 3600
const day = 24 * hour

const gaps: [schedule: string, longestGapSeconds: number, why: string][] = [
  ['*/5 * * * *', 300, 'every five minutes'],
  ['*/7 * * * *', 420, 'the last step of the hour is shorter'],
  ['*/40 * * * *', 40 * 60, '0 and 40: 40 and 20 minutes'],
  ['0 */6 * * *', 6 * hour, 'four times a day'],
  ['0 */5 * * *', 5 * hour, '20:00 to 0:00 is shorter'],
  ['0 2 * * *', day, 'once a day'],
  ['0 9-17 * * *', 16 * hour, 'over night'],
  ['0 9 * * 1-5', 3 * day, 'over the weekend'],
  ['0 0 * * SUN', 7 * day, 'names in any case'],
  ['0 0 1 * *', 31 * day, 'the longest month'],
  ['0 0 31 * *', 61 * day, 'over a month of 30 days'],
  ['0 0 13 * 5', 7 * day, 'neither day is a star: either will do'],
  ['0 0 */2 * 5', 2 * day, 'a stepped star is no star: odd days, or Fridays'],
  ['0 0 */1 * 5', 7 * day, 'a step of 1 leaves it a star: both must match'],
  ['0 0 29 2 *', 2921 * day, 'no leap day in 2100'],
  ['0 0 30 2 *', Number.POSITIVE_INFINITY, 'never'],
  [', * * * *', Number.POSITIVE_INFINITY, 'an empty list passes and never runs'],
  ['5/15 * * * *', 15 * 60, '5, 20, 35, 50'],
  ['0,30 0 * * ?', day - 30 * 60, 'twice at night'],
  ['@hourly', hour, ''],
  ['@daily', day, ''],
  ['@midnight', day, ''],
  ['@weekly', 7 * day, ''],
  ['@monthly', 31 * day, ''],
  ['@yearly', 366 * day, 'over a leap day'],
  ['@every 1h30m', 1.5 * hour, ''],
  ['@every 1500ms', 1, 'cut to whole seconds'],
  ['@every 1ms', 1, 'at least a second'],
]
for (const [schedule, longestGapSeconds, why] of gaps) {
  test(`cron ${schedule}: ${why}`, () => assert.deepEqual(readCron(schedule), { longestGapSeconds }))
}

const refused: [schedule: string, problem: RegExp][] = [
  ['', /empty/],
  ['* * * *', /expected 5 fields, found 4/],
  ['0 0 * * * *', /expected 5 fields, found 6/],
  ['60 * * * *', /60 is above 59/],
  ['* 24 * * *', /24 is above 23/],
  ['* * 0 * *', /0 is below 1/],
  ['* * * 13 *', /13 is above 12/],
  ['* * * * 7', /7 is above 6/],
  ['5-1 * * * *', /5 is beyond 1/],
  ['*/0 * * * *', /step of 0/],
  ['1-2-3 * * * *', /more than one hyphen/],
  ['1/2/3 * * * *', /more than one \//],
  ['a * * * *', /expected a number/],
  ['jan * * * *', /expected a number/],
  ['-1 * * * *', /expected a number/],
  ['@reboot', /none of @yearly/],
  ['@Daily', /none of/],
  ['@every', /none of/],
  ['@every soon', /no duration/],
  ['TZ=Europe/Berlin 0 0 * * *', /timeZone/],
  ['CRON_TZ=UTC 0 0 * * *', /timeZone/],
  ['constructor', /expected 5 fields, found 1/],
]
for (const [schedule, problem] of refused) {
  test(`cron ${JSON.stringify(schedule)} is refused`, () => {
    const cron = readCron(schedule)
    assert.match('problem' in cron ? cron.problem : '', problem)
  })
}

const durations: [text: string, seconds: number | undefined][] = [
  ['1h30m', 5400],
  ['1.5h', 5400],
  ['.5s', 0.5],
  ['-5s', -5],
  ['0', 0],
  ['5', undefined],
  ['', undefined],
  ['1d', undefined],
  ['1 h', undefined],
  ['9999999h', undefined],
]
for (const [text, seconds] of durations) {
  test(`Go duration ${JSON.stringify(text)}`, () => assert.equal(goDurationSeconds(text), seconds))
}
