// Pods come in rows of equal ones, or by turns: the next is guessed to be what came last, or what came after it before.

export interface Turn<Known> {
  /** What came after it when it came last. */
  after: Known | undefined
}

export interface Guesser<Known, Asked> {
  /** What is asked for, if the guess is right. */
  guess(asked: Asked): Known | undefined
  /** The guess was wrong, and this was it. */
  learn(known: Known): void
}

export function guesserOf<Known extends Turn<Known>, Asked>(
  isIt: (known: Known, asked: Asked) => boolean,
): Guesser<Known, Asked> {
  let last: Known | undefined
  let isTurning = false
  const turns = (asked: Asked): boolean => last?.after !== undefined && isIt(last.after, asked)
  const stays = (asked: Asked): boolean => last !== undefined && isIt(last, asked)
  return {
    guess(asked) {
      // A wrong guess costs as much as a right one: the kind that was right last time goes first.
      const isTurn = isTurning ? turns(asked) : !stays(asked)
      if (isTurn === isTurning) {
        if (isTurn) last = last?.after
        return last
      }
      const isRight = isTurning ? stays(asked) : turns(asked)
      if (!isRight) return undefined
      isTurning = !isTurning
      if (isTurning) last = last?.after
      return last
    },
    learn(known) {
      if (last !== undefined && last !== known) last.after = known
      last = known
    },
  }
}
