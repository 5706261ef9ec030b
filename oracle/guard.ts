import { type ChildProcess, spawn } from 'node:child_process'

/** Ends the processes it minds and removes their folder: when asked, or when this process is gone for whatever reason. */
export interface Guard {
  mind(child: ChildProcess): void
  end(): Promise<void>
}

// It reads process ids until its input closes, which the system does for us even where this process is killed outright.
// A dead process that nobody has waited for yet still answers to kill -0, so the wait is bounded.
const script = `
trap '' INT TERM HUP
pids=
while read -r pid; do pids="$pids $pid"; done
for pid in $pids; do kill -9 "$pid" 2>/dev/null; done
for pid in $pids; do
  tries=0
  while kill -0 "$pid" 2>/dev/null && [ "$tries" -lt 20 ]; do tries=$((tries + 1)); sleep 0.05; done
done
rm -rf "$1"
`

export function startGuard(folder: string): Guard {
  // In a session of its own, Ctrl-C and the end of the terminal do not reach it.
  const shell = spawn('sh', ['-c', script, 'guard', folder], { detached: true, stdio: ['pipe', 'ignore', 'ignore'] })
  const ended = new Promise<void>((resolve) => {
    shell.once('exit', () => resolve())
  })
  shell.stdin.on('error', () => {})
  return {
    mind: ({ pid }) => void (pid === undefined || shell.stdin.write(`${pid}\n`)),
    end: () => {
      shell.stdin.end()
      return ended
    },
  }
}
