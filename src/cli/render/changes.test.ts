import assert from 'node:assert/strict'
import { test } from 'node:test'
import { changesTo } from './changes.ts'
import { digestOf } from './lock-file.ts'

interface Row {
  readonly name: string
  /** What would be written, what lies there, and what was written last; undefined: nothing. */
  readonly file?: string
  readonly disk?: string
  readonly last?: string
  readonly isForced?: true
  readonly is: string | undefined
}

const rows: readonly Row[] = [
  { name: 'nothing there yet', file: 'a', is: 'new' },
  { name: 'as it is', file: 'a', disk: 'a', last: 'a', is: 'same' },
  { name: 'as it would be, though nobody remembers it', file: 'a', disk: 'a', is: 'same' },
  { name: 'of the last time', file: 'b', disk: 'a', last: 'a', is: 'changed' },
  { name: 'changed by hand since', file: 'b', disk: 'mine', last: 'a', is: 'kept' },
  { name: 'changed by hand, as it would be now', file: 'b', disk: 'b', last: 'a', is: 'same' },
  { name: 'there before anything was rendered', file: 'b', disk: 'mine', is: 'kept' },
  { name: 'changed by hand, and written over', file: 'b', disk: 'mine', last: 'a', isForced: true, is: 'changed' },
  { name: 'taken away by hand', file: 'a', last: 'a', is: 'new' },
  { name: 'rendered no more', disk: 'a', last: 'a', is: 'removed' },
  { name: 'rendered no more, changed by hand', disk: 'mine', last: 'a', is: 'kept' },
  { name: 'rendered no more, changed by hand, and told to', disk: 'mine', last: 'a', isForced: true, is: 'removed' },
  { name: 'rendered no more, and gone', last: 'a', is: undefined },
  { name: 'never rendered', disk: 'mine', is: undefined },
  { name: 'never rendered, and told to', disk: 'mine', isForced: true, is: undefined },
]

for (const { name, file, disk, last, isForced = false, is } of rows)
  test(`a file ${name}: ${is ?? 'left alone'}`, () => {
    const changes = changesTo(file === undefined ? [] : [{ path: 'x.yaml', text: file }], {
      textAt: () => disk,
      lock: new Map(last === undefined ? [] : [['x.yaml', digestOf(last)]]),
      isForced,
    })
    assert.equal(changes[0]?.is, is)
  })
