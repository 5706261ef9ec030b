// How a number and what it counts are said together.

/** `1 pod`, `3 pods`: the words of one, or of several. */
export function countOf(count: number, one: string, several = `${one}s`): string {
  return `${count} ${count === 1 ? one : several}`
}

/** `the one pod`, `2 of the 3 pods`: some of what there is, none of it twice. */
export function shareOf(some: number, all: number, one: string, several = `${one}s`): string {
  return all === 1 ? `the one ${one}` : `${some} of the ${all} ${several}`
}

/** `65,536`. Without the tables of languages, which take longer to load than most reports to be written. */
export function grouped(count: number): string {
  return String(count).replace(/\B(?=(?:\d{3})+$)/g, ',')
}
