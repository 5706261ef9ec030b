import assert from 'node:assert/strict'
import { test } from 'node:test'
import { guesserOf, type Turn } from './guesser.ts'

interface Letter extends Turn<Letter> {
  readonly letter: string
}

/** How often the guess was wrong. */
function misses(text: string): number {
  const known = new Map<string, Letter>()
  const guesses = guesserOf<Letter, string>(({ letter }, asked) => letter === asked)
  let missed = 0
  for (const letter of text) {
    const guessed = guesses.guess(letter)
    if (guessed) assert.equal(guessed.letter, letter)
    else {
      missed += 1
      const found = known.get(letter) ?? { letter, after: undefined }
      known.set(letter, found)
      guesses.learn(found)
    }
  }
  return missed
}

const rows: [name: string, text: string, missed: number][] = [
  ['a row of equal ones is learnt once', 'aaaaaa', 1],
  ['what comes by turns is learnt in the first round, and that it begins again', 'abcabcabc', 4],
  ['rows that come by turns are learnt once as well', 'aabbaabbaabb', 3],
  ['what comes in no order is never claimed', 'abcacb', 6],
]

for (const [name, text, missed] of rows) {
  test(`guesser: ${name}`, () => assert.equal(misses(text), missed))
}
