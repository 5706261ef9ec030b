// A script of ours, run with what V8 compiled of it in earlier runs: the functions that ran, and no others. Node's own cache
// takes what is compiled as a module is loaded, which is next to nothing or, where V8 is told so, every function there is:
// two fifths of them never run, and to read them again takes time in each run.

// Imported, a module of Node's is gone through name by name, which loads what nobody asks for.
const builtin = process.getBuiltinModule
// Kept before a user's code takes away what tells of the process.
const { pid } = process
const { closeSync, fsyncSync, openSync, readFileSync, renameSync, rmSync, writeFileSync } = builtin('node:fs')
const { createRequire } = builtin('node:module')
const { fileURLToPath } = builtin('node:url')
const vm = builtin('node:vm')

// A line of JSON, filled up with blanks: V8 copies code that does not begin at a multiple of eight.
const headBytes = 4096

// Runs on so many inputs are remembered as ones that have nothing to add.
const mostInputs = 128

/**
 * Runs the script at a URL, whose value is a function of exports, require, module and a file name, and whose first line names
 * its contents. What is kept lies in `file`; without it, nothing is kept.
 */
export function keptScript(url, file) {
  const path = fileURLToPath(url)
  const source = readFileSync(path).latin1Slice()
  const of = source.slice(0, source.indexOf('\n'))
  const kept = file === undefined ? undefined : read(file, of)
  const script = new vm.Script(source, {
    filename: url.href,
    cachedData: kept?.code,
    importModuleDynamically: vm.constants.USE_MAIN_CONTEXT_DEFAULT_LOADER,
  })
  const known = kept && !script.cachedDataRejected ? kept.inputs : []
  const { exports } = run(script, path)
  return {
    exports,
    // A run on an input that was never seen may have compiled functions that no earlier one needed.
    keep(input) {
      const one = hash(input)
      if (file === undefined || known.includes(one)) return
      write(file, { of, inputs: [one, ...known].slice(0, mostInputs) }, script.createCachedData())
    },
  }
}

function run(script, path) {
  const own = { exports: {} }
  script.runInThisContext()(own.exports, createRequire(path), own, path)
  return own
}

function read(file, of) {
  try {
    const bytes = readFileSync(file)
    const head = JSON.parse(bytes.latin1Slice(0, headBytes))
    return head.of === of && head.bytes === bytes.length - headBytes
      ? { code: bytes.subarray(headBytes), inputs: head.inputs }
      : undefined
  } catch {
    // There is none yet, or it is none: the script is compiled anew, and what is kept then takes its place.
    return undefined
  }
}

// Whole or not at all, whenever the machine stops: V8 does not look whether what it is given is whole.
function write(file, head, code) {
  const fresh = `${file}.${pid}`
  try {
    const to = openSync(fresh, 'w', 0o600)
    try {
      writeFileSync(to, JSON.stringify({ ...head, bytes: code.length }).padEnd(headBytes))
      writeFileSync(to, code)
      fsyncSync(to)
    } finally {
      closeSync(to)
    }
    renameSync(fresh, file)
  } catch {
    // Where nothing can be written, nothing is kept: the next run is as slow as this one, and as right.
    rmSync(fresh, { force: true })
  }
}

// FNV-1a: to tell inputs apart, not to guard anything.
function hash(text) {
  let sum = 0x811c9dc5
  for (let at = 0; at < text.length; at += 1) sum = Math.imul(sum ^ text.charCodeAt(at), 0x01000193)
  return sum >>> 0
}
