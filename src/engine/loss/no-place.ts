// How many displaced pods find a place at most, and what leaves the others none.

/**
 * What leaves no place: no node that is left takes such pods; their volume is tied to what is lost; others from which they keep
 * apart stay everywhere; the pods that stay leave too little room; a spread rule counts a domain that stays empty.
 */
export type NoPlace = 'no node' | 'volume' | 'apart' | 'room' | 'spread'

export interface Most {
  /** So many of the displaced at most find a place. */
  readonly placed: number
  /** How many pods of the class certainly have none then, at least. */
  readonly without: number
  readonly by: NoPlace
  /** How many the nodes that are left hold at most, those that stood there before too. */
  readonly hold?: number
}
