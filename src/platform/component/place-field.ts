// The schema of where pods may stand.

import { count, labelKey, labels, labelValue, list, need, oneOf, record, stated } from '../schema.ts'

const nodeRule = {
  label: need(labelKey, 'the label of the node'),
  in: list(labelValue, 1),
}

const how = oneOf('required', 'preferred')

export const place = record("a placement such as { require: [{ label: 'tier', in: ['data'] }] }", {
  require: list(record("a rule such as { label: 'tier', in: ['data'] }", nodeRule)),
  prefer: list(
    record("a rule such as { label: 'tier', weight: 100 }", {
      ...nodeRule,
      weight: need(count(1, 100), 'how much it counts'),
    }),
  ),
  apart: list(
    record("a rule such as { by: 'kubernetes.io/hostname', how: 'required' }", {
      by: need(labelKey, 'the label that tells places apart'),
      how: need(how, 'whether it must hold'),
      weight: count(1, 100),
    }),
  ),
  spread: list(
    record("a rule such as { by: 'topology.kubernetes.io/zone', maxSkew: 1, how: 'required' }", {
      by: need(labelKey, 'the label that tells places apart'),
      maxSkew: count(1),
      how: need(how, 'whether it must hold'),
      over: labels,
    }),
  ),
  stated,
})
