// Which records show only at their end that they are to be kept.
// Source: https://opentelemetry.io/docs/concepts/sampling/#head-sampling ("you cannot ensure that all traces with an error
// within them are sampled with head sampling alone").

/** Whether a name means traces by how they end: errors, failures, slow ones. */
export function isByOutcome(of: string): boolean {
  return /\b(errors?|fail\w*|slow\w*|5xx)\b/i.test(of)
}

/** What is said of traces that are to be kept by how they end. */
export function byOutcome(by: string) {
  return {
    cause: `decides/${by}`,
    waitsFor: `when ${by} decides which traces it keeps: decides 'head' or 'tail'`,
    hint: `decides: 'tail', by a collector to which all spans of a trace come`,
  }
}
