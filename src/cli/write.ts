// Writes the whole text before the process ends; a reader that closed the pipe (`| head`) is no failure of ours.

export function write(text: string): Promise<void> {
  return new Promise((resolve, reject) => {
    process.stdout.on('error', (error: NodeJS.ErrnoException) => (error.code === 'EPIPE' ? resolve() : reject(error)))
    process.stdout.write(text, () => resolve())
  })
}
