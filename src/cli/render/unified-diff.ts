// Two texts line by line, in the unified form that `git apply` and `patch` read.

const context = 3
// Beyond this many edits two texts have little in common, and finding the least is quadratic in their number.
const mostEdits = 2000

interface Row {
  readonly sign: ' ' | '-' | '+'
  readonly line: string
}

/** Undefined stands for no file. Empty where nothing differs. */
export function unifiedDiff(path: string, was: string | undefined, willBe: string | undefined): string {
  if (was === willBe) return ''
  const [before, after] = [linesOf(was), linesOf(willBe)]
  const head = [
    `--- ${was === undefined ? '/dev/null' : `a/${path}`}`,
    `+++ ${willBe === undefined ? '/dev/null' : `b/${path}`}`,
  ]
  return `${[...head, ...hunks(rowsOf(before, after))].join('\n')}\n`
}

const unended = '\n\\ No newline at end of file'

function linesOf(text: string | undefined): readonly string[] {
  if (text === undefined || text === '') return []
  const lines = text.split('\n')
  const last = lines.pop()
  return last === '' ? lines : [...lines, `${last}${unended}`]
}

function rowsOf(before: readonly string[], after: readonly string[]): readonly Row[] {
  let start = 0
  while (start < before.length && start < after.length && before[start] === after[start]) start++
  let end = 0
  while (
    end < before.length - start &&
    end < after.length - start &&
    before[before.length - 1 - end] === after[after.length - 1 - end]
  )
    end++
  const same = (lines: readonly string[]) => lines.map((line): Row => ({ sign: ' ', line }))
  return [
    ...same(before.slice(0, start)),
    ...edits(before.slice(start, before.length - end), after.slice(start, after.length - end)),
    ...same(before.slice(before.length - end)),
  ]
}

/** The fewest lines out and in (Myers, An O(ND) Difference Algorithm, 1986). */
function edits(before: readonly string[], after: readonly string[]): readonly Row[] {
  const most = Math.min(before.length + after.length, mostEdits)
  const offset = most + 1
  const furthest = new Int32Array(2 * most + 3)
  const steps: Int32Array[] = []
  for (let count = 0; count <= most; count++) {
    steps.push(furthest.slice())
    for (let diagonal = -count; diagonal <= count; diagonal += 2) {
      let x = isDown(furthest, diagonal, count, offset)
        ? (furthest[offset + diagonal + 1] ?? 0)
        : (furthest[offset + diagonal - 1] ?? 0) + 1
      while (x < before.length && x - diagonal < after.length && before[x] === after[x - diagonal]) x++
      furthest[offset + diagonal] = x
      if (x >= before.length && x - diagonal >= after.length) return walked(before, after, steps, offset)
    }
  }
  return [...before.map((line): Row => ({ sign: '-', line })), ...after.map((line): Row => ({ sign: '+', line }))]
}

function isDown(furthest: Int32Array, diagonal: number, count: number, offset: number): boolean {
  if (diagonal === -count) return true
  return diagonal !== count && (furthest[offset + diagonal - 1] ?? 0) < (furthest[offset + diagonal + 1] ?? 0)
}

function walked(
  before: readonly string[],
  after: readonly string[],
  steps: readonly Int32Array[],
  offset: number,
): readonly Row[] {
  const rows: Row[] = []
  let [x, y] = [before.length, after.length]
  for (let count = steps.length - 1; count >= 0; count--) {
    const furthest = steps[count] as Int32Array
    const diagonal = x - y
    const from = isDown(furthest, diagonal, count, offset) ? diagonal + 1 : diagonal - 1
    const fromX = count === 0 ? 0 : (furthest[offset + from] ?? 0)
    const fromY = count === 0 ? 0 : fromX - from
    while (x > fromX && y > fromY) rows.push({ sign: ' ', line: before[--x] ?? '' }) && y--
    if (count === 0) break
    if (x === fromX) rows.push({ sign: '+', line: after[--y] ?? '' })
    else rows.push({ sign: '-', line: before[--x] ?? '' })
  }
  return rows.reverse()
}

function hunks(rows: readonly Row[]): readonly string[] {
  const out: string[] = []
  let [before, after] = [1, 1]
  for (let at = 0; at < rows.length; ) {
    const next = rows.findIndex(({ sign }, index) => index >= at && sign !== ' ')
    if (next < 0) break
    const start = Math.max(at, next - context)
    ;[before, after] = [before + start - at, after + start - at]
    const end = endOf(rows, next)
    const hunk = rows.slice(start, end)
    const [out1, in1] = [hunk.filter(({ sign }) => sign !== '+').length, hunk.filter(({ sign }) => sign !== '-').length]
    out.push(`@@ -${rangeText(before, out1)} +${rangeText(after, in1)} @@`)
    for (const { sign, line } of hunk) out.push(`${sign}${line}`)
    ;[before, after, at] = [before + out1, after + in1, end]
  }
  return out
}

/** Where the changes that begin here are followed by more lines that stay than two hunks would share. */
function endOf(rows: readonly Row[], first: number): number {
  let last = first
  for (let index = first; index < rows.length && index - last <= 2 * context; index++)
    if (rows[index]?.sign !== ' ') last = index
  return Math.min(rows.length, last + context + 1)
}

function rangeText(start: number, count: number): string {
  return count === 1 ? `${start}` : `${count === 0 ? start - 1 : start},${count}`
}
