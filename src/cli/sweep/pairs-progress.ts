/** Shows on a terminal how far the pairs are; nothing elsewhere, as in the thread of a platform file. */
export function pairsProgress(stream: NodeJS.WriteStream): (decided: number, of: number) => void {
  if (!stream.isTTY) return () => undefined
  let said = ''
  return (decided, of) => {
    const percent = Math.floor((100 * decided) / of)
    const line = decided < of ? `two nodes at once: ${percent} %` : ''
    if (line === said) return
    stream.write(`\r${line.padEnd(said.length)}${line === '' ? '\r' : ''}`)
    said = line
  }
}
