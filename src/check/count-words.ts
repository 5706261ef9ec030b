// How a number and what it counts are said together.

/** `1 pod`, `3 pods`: the words of one, or of several. */
export function countOf(count: number, one: string, several = `${one}s`): string {
  return `${count} ${count === 1 ? one : several}`
}
