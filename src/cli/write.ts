// Writes the whole text before the process ends; a reader that closed the pipe (`| head`) is no failure of ours.

export async function write(text: string): Promise<void> {
  await writeAll([text])
}

// A piece for itself costs a turn of the loop, and a text of all of them as much memory.
const batchLength = 2 ** 16

/** Piece by piece, each when those before are taken; a reader that closed the pipe ends it. */
export async function writeAll(pieces: Iterable<string>): Promise<void> {
  // Who wrote is told, and decides; without a listener the process would end.
  if (process.stdout.listenerCount('error') === 0) process.stdout.on('error', () => {})
  let batch = ''
  try {
    for (const piece of pieces) {
      batch += piece
      if (batch.length < batchLength) continue
      await taken(batch)
      batch = ''
    }
    await taken(batch)
  } catch (error) {
    if (!isClosed(error)) throw error
  }
}

function taken(text: string): Promise<void> {
  return new Promise((resolve, reject) => {
    process.stdout.write(text, (error) => (error ? reject(error) : resolve()))
  })
}

function isClosed(error: unknown): boolean {
  return error instanceof Error && 'code' in error && (error.code === 'EPIPE' || error.code === 'ERR_STREAM_DESTROYED')
}
