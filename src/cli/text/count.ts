/** `1 node`, `4 nodes`, `2,306 objects`: a number with its noun. */
export function count(number: number, noun: string): string {
  const digits = `${number}`.replace(/\B(?=(\d{3})+(?!\d))/g, ',')
  return `${digits} ${noun}${number === 1 ? '' : 's'}`
}
