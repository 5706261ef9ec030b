// The forms of texts that `fitsScalar` takes, for JSON Schemas.

import type { Kind } from '../src/platform/schema.ts'

/** Kinds of which a value is one text of a form. */
export type TextKind = Exclude<
  Kind['kind'],
  | 'anything'
  | 'citation'
  | 'count'
  | 'cpu'
  | 'durationRange'
  | 'either'
  | 'flag'
  | 'list'
  | 'manifest'
  | 'map'
  | 'noun'
  | 'oneOf'
  | 'pair'
  | 'price'
  | 'quantity'
  | 'quotaKey'
  | 'record'
  | 'span'
>

export const textPatterns: { readonly [kind in TextKind]: string } = {
  text: '\\S',
  dnsLabel: '^(?=.{1,63}$)[a-z0-9]([-a-z0-9]*[a-z0-9])?$',
  dnsName: '^(?=.{1,253}$)[a-z0-9]([-a-z0-9]*[a-z0-9])?(\\.[a-z0-9]([-a-z0-9]*[a-z0-9])?)*$',
  labelKey:
    '^([a-z0-9]([-a-z0-9]*[a-z0-9])?(\\.[a-z0-9]([-a-z0-9]*[a-z0-9])?)*/)?(?=[^/]{1,63}$)[A-Za-z0-9]([-A-Za-z0-9_.]*[A-Za-z0-9])?$',
  labelValue: '^((?=.{1,63}$)[A-Za-z0-9]([-A-Za-z0-9_.]*[A-Za-z0-9])?)?$',
  portName: '^(?=.{1,15}$)(?=.*[a-z])(?!.*--)[a-z0-9]([-a-z0-9]*[a-z0-9])?$',
  path: '^/',
  cidr: '^[0-9A-Fa-f.:]+/\\d{1,3}$',
  date: '^\\d{4}-\\d{2}-\\d{2}$',
  kubernetes: '^1\\.\\d{1,3}(\\.\\d{1,3})?$',
  schedule: '^[\\d*/,-]+( [\\d*/,-]+){4}$',
  duration: '^\\d+(\\.\\d+)?(ms|s|m|h|d|w|y)$',
  percent: '^\\d+(\\.\\d+)?%$',
  size: '^\\d+(\\.\\d+)?(Ki|Mi|Gi|Ti|k|M|G|T)?$',
  work: '^\\d{1,6}(\\.\\d{1,4})?h/month$',
  wage: '^[$€£]\\d{1,9}(\\.\\d{1,4})?/h$',
  rate: '^\\d{1,12}(\\.\\d{1,4})?/(s|m|min|h)$',
}

export const moneyPattern = '^[$€£]\\d{1,12}(\\.\\d{1,4})?/month$'
