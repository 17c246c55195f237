// How long the loops of benches/programs take in the engine's wasm, compiled and optimised as the page's, and in CPython
// 3.11, one after the other in one go: `make bench`. The fastest of several rounds counts.
import { execFileSync } from "node:child_process";
import { readdirSync, readFileSync } from "node:fs";
import { brotliCompressSync } from "node:zlib";

const ROUNDS = 9;
const programs = readdirSync("benches/programs").filter((name) => name.endsWith(".py")).sort();
const wasm = readFileSync(process.argv[2]);
const module = new WebAssembly.Module(wasm);
console.log(`the engine as wasm: ${wasm.length >> 10} KiB, ${brotliCompressSync(wasm).length >> 10} KiB with brotli`);

// The engine itself asks nothing of the page; what the page's code in the same library would ask for is never called.
const imports = {};
for (const { module: from, name, kind } of WebAssembly.Module.imports(module)) {
  imports[from] ??= {};
  imports[from][name] = kind === "function" ? () => 0 : undefined;
}
const { run } = new WebAssembly.Instance(module, imports).exports;

const TIME_IN_PYTHON = `
import contextlib, io, sys, time
code = compile(open(sys.argv[1]).read(), 'program.py', 'exec')
for round in range(${ROUNDS}):
    started = time.perf_counter()
    with contextlib.redirect_stdout(io.StringIO()):
        exec(code, {'__name__': '__main__'})
    print((time.perf_counter() - started) * 1000)
`;

const fastestHere = (program) => {
  const times = Array.from({ length: ROUNDS }, () => {
    const started = performance.now();
    if (run(program) === 0) throw new Error(`${programs[program]} does not run`);
    return performance.now() - started;
  });
  return Math.min(...times);
};

const fastestInPython = (program) => {
  try {
    const printed = execFileSync("python3.11", ["-c", TIME_IN_PYTHON, `benches/programs/${programs[program]}`]);
    return Math.min(...printed.toString().trim().split("\n").map(Number));
  } catch {
    return NaN;
  }
};

for (const program of programs.keys()) {
  const here = fastestHere(program);
  const python = fastestInPython(program);
  const ratio = (here / python).toFixed(2);
  console.log(`${programs[program]}: ${here.toFixed(1)} ms in wasm, ${python.toFixed(1)} ms in CPython 3.11: ${ratio} times`);
}
