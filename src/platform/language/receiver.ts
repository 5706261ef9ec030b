import { make, type NounSpec } from '../make.ts'
import type { Receiver } from '../model.ts'
import { dnsName, duration, list, need, stated, text } from '../schema.ts'
import type { Stated } from '../source.ts'
import type { Duration } from '../units.ts'

export interface ReceiverOptions {
  /** The way by which people learn of it: `email`, `pager`, `chat`. */
  readonly by: string
  /** How long it may hear nothing before it raises the alarm itself: a dead man's switch. */
  readonly expects?: Duration
  /** The severities that it is told of, and no other; default: any. */
  readonly severities?: readonly string[]
  /** The Secret with its key or its address, under `key`; default: called like the receiver. */
  readonly secret?: string
  readonly stated?: Stated
}

export const receiverSpec: NounSpec<ReceiverOptions, Receiver> = {
  is: 'receiver',
  word: 'receiver',
  named: text,
  fields: {
    by: need(text, 'how people learn of it'),
    expects: duration,
    severities: list(text, 1),
    secret: dnsName,
    stated,
  },
  build: (name, options) => ({ is: 'receiver', name, ...options }),
}

/** Who is told. `receiver('shop on call', { by: 'pager', severities: ['critical'] })` */
export function receiver(name: string, options: ReceiverOptions): Receiver {
  return make(receiverSpec, name, options)
}
