"""Records what CPython can print: `make record-races`, or `python3 tests/explore/record.py [--again] [--live] [PROGRAM.py …]`.

Every program of `racy/` and the racy ones of the gallery are run many times on every CPython that is found (see
`tests/conformance/record.py`, which this builds on), with standard output a pipe and with `-u`. What came out is written
to `recorded/`, a JSON file for each program:

    {"program": "…",                              a hash of the text
     "pipe": [{"pythons": {"3.8.18": 28, "3.9.18": 30}, "status": 0, "stdout": "…"}],
     "unbuffered": [ … ]}

`--live` runs the given programs a few times on the `python3` of the path only and prints the same as JSON, by file name.
"""

import concurrent.futures
import json
import pathlib
import shutil
import subprocess
import sys

HERE = pathlib.Path(__file__).resolve().parent
sys.path.insert(0, str(HERE.parent / "conformance"))
import record as conformance  # noqa: E402

GALLERY = [
    "daemon-is-cut-off",
    "daemon-loop-ends-with-main",
    "did-it-even-start",
    "did-it-even-start-regular",
    "is-it-alive",
    "main-does-not-wait-to-print",
    "pool-finishes-its-jobs",
    "regular-loop-never-ends",
    "stop-daemons-from-atexit",
    "stop-event-and-join",
    "with-the-gil",
]
RUNS = 12
# Once two runs of a version differ, more are made of that version, so that the rarer outputs show too.
RUNS_WHEN_RACY = 40
RUNS_LIVE = 5
SIDE_BY_SIDE = 8
# The racy programs are over in half a second; a busy machine takes longer.
NEVER_AFTER_SECONDS = 15


def seen(outcome):
    return {"status": outcome["status"], "stdout": outcome["stdout"]}


def runs(path, version, executable, unbuffered, count, pool):
    futures = [pool.submit(conformance.run_once, executable, path, unbuffered) for _ in range(count)]
    return [(version, seen(future.result())) for future in futures]


def record(path, pythons, pool, first=RUNS, more=RUNS_WHEN_RACY):
    text = path.read_text()
    recording = {"program": conformance.fnv1a(path.read_bytes())}
    for stdout in ("pipe", "unbuffered"):
        results = []
        for version, executable in pythons.items():
            if not conformance.is_meant_for(text, version):
                continue
            of_version = runs(path, version, executable, stdout == "unbuffered", first, pool)
            if len({json.dumps(outcome) for _, outcome in of_version}) > 1:
                of_version += runs(path, version, executable, stdout == "unbuffered", more - first, pool)
            results += of_version
        recording[stdout] = conformance.collect(results)
    return recording


def main():
    arguments = conformance.asked("Records what CPython can print.", live="run on python3 only and print what came out")
    conformance.NEVER_AFTER_SECONDS = NEVER_AFTER_SECONDS
    chosen = [path.resolve() for path in arguments.programs]
    if not chosen:
        chosen = sorted((HERE / "racy").glob("*.py"))
        chosen += [conformance.KINDS["scenarios"] / f"{stem}.py" for stem in GALLERY]
    with concurrent.futures.ThreadPoolExecutor(SIDE_BY_SIDE) as pool:
        if arguments.live:
            executable = shutil.which("python3")
            question = "import sys; print('.'.join(map(str, sys.version_info[:3])))"
            version = subprocess.run([executable, "-c", question], stdout=subprocess.PIPE, check=True).stdout
            pythons = {version.decode().strip(): executable}
            print(json.dumps({path.name: record(path, pythons, pool, RUNS_LIVE, RUNS_LIVE) for path in chosen}))
            return
        pythons = conformance.find_pythons()
        print("Recording with CPython", ", ".join(pythons), flush=True)
        for path in chosen:
            recorded = HERE / "recorded" / f"{path.stem}.json"
            if not arguments.again and recorded.exists():
                if json.loads(recorded.read_text())["program"] == conformance.fnv1a(path.read_bytes()):
                    continue
            recording = record(path, pythons, pool)
            recorded.parent.mkdir(parents=True, exist_ok=True)
            recorded.write_text(json.dumps(recording, indent=1, ensure_ascii=False) + "\n")
            print(path.name, len(recording["pipe"]), len(recording["unbuffered"]), flush=True)


if __name__ == "__main__":
    main()
