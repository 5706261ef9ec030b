import { setFlagsFromString } from 'node:v8'

/**
 * Loads modules with all their functions compiled, so that all are kept between runs. Node keeps what is compiled as a
 * module is loaded; V8 compiles most functions at their first call, and would do so again in every run.
 */
export async function compileWhole<T>(load: () => Promise<T>): Promise<T> {
  setFlagsFromString('--no-lazy')
  try {
    return await load()
  } finally {
    setFlagsFromString('--lazy')
  }
}
