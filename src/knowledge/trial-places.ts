// Places where things are tried out: what stands on one pod there was meant to.

const trial =
  /(^|[-_.])(ci|demo|dev(el|elopment)?|local|playground|preview|qa|review|sandbox|stage|staging|stg|test(ing|net|s)?|uat)([-_.]|\d*$)/i

/** Whether a cluster's or a namespace's name says that nobody relies on it. */
export function isForTrial(name: string): boolean {
  return trial.test(name)
}
