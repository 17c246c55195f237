"""Records what CPython prints: `make record`, or `python3 tests/conformance/record.py [--again] [--live] [PROGRAM.py …]`.

Every program of the gallery, of `programs/` and of `facts/` is run several times on every CPython that is found (all of
pyenv's and the `python3` on the path), each run in an empty folder of its own, with every PYTHON* variable unset and
standard output a pipe. What came out is written to `recorded/`, a JSON file for each program:

    {"program": "…",                         a hash of the text, so that a recording that is out of date is found
     "outcomes": [
       {"pythons": {"3.8.18": 4, "3.9.18": 4},   how often each version did this
        "status": 0,                             as a shell shows it; "never" where it did not exit in time
        "stdout": "…", "stderr": "…",
        "files": {"report.txt": ""}}]}           what the program left in its folder

A program that does not do the same every time has several outcomes for one version. Time is real: a program that
sleeps ten seconds takes ten seconds, but as sleeping costs nothing, many programs run side by side.

Only what is missing or out of date is recorded; `--again` records all. What versions did that are not on this machine is
kept as long as the program is the same. `--live` runs the given programs once on each
CPython and prints the outcomes instead of keeping them.

A program may say, each in a comment line of its own:
    # needs: 3.10                  it is not run on an older version
    # not on: 3.12.1               nor on these, where a later release of the same version does something else
    # settings: ctrl-c=2           (last line) as in a scenario file; of use here are stdout, ctrl-c, interactive, input
"""

import argparse
import concurrent.futures
import json
import os
import pathlib
import re
import shutil
import signal
import subprocess
import sys
import tempfile
import time
import urllib.parse

HERE = pathlib.Path(__file__).resolve().parent
ROOT = HERE.parent.parent
KINDS = {"scenarios": ROOT / "static" / "scenarios", "programs": HERE / "programs", "facts": HERE / "facts"}
OLDEST, NEWEST = (3, 8), (3, 15)

# The longest sleep of the gallery is ten seconds; what is still there after this long is taken to be there for ever.
NEVER_AFTER_SECONDS = 20
RUNS = 4
# Once two runs of a version differ, more are made, on all versions, so that the rarer outcomes show too.
RUNS_WHEN_RACY = 24
SIDE_BY_SIDE = 24


def find_pythons():
    """Version as text -> executable, the oldest first."""
    pyenv = pathlib.Path(os.environ.get("PYENV_ROOT", pathlib.Path.home() / ".pyenv"))
    candidates = sorted(pyenv.glob("versions/*/bin/python3"))
    candidates += [pathlib.Path(found) for found in [shutil.which("python3")] if found]
    found = {}
    for candidate in candidates:
        question = "import sys; print(*sys.version_info[:3], sys.implementation.name, sys.executable)"
        answer = subprocess.run([str(candidate), "-c", question], stdout=subprocess.PIPE, stderr=subprocess.DEVNULL)
        major, minor, micro, implementation, executable = answer.stdout.decode().split() or ["0"] * 5
        if implementation == "cpython" and OLDEST <= (int(major), int(minor)) <= NEWEST:
            found.setdefault((int(major), int(minor), int(micro)), executable)
    return {".".join(map(str, version)): found[version] for version in sorted(found)}


def fnv1a(data):
    """The FNV-1a hash of 64 bits, which the Rust test computes too."""
    value = 0xCBF29CE484222325
    for byte in data:
        value = (value ^ byte) * 0x100000001B3 % 2**64
    return f"{value:016x}"


def directive(text, name):
    match = re.search(rf"^# {name}: (.*)$", text, re.MULTILINE)
    return match.group(1).split() if match else []


def settings_of(text):
    last = text.rstrip().rsplit("\n", 1)[-1]
    words = last[len("# settings:"):].split() if last.startswith("# settings:") else []
    return dict(word.split("=", 1) for word in words)


def is_meant_for(text, version):
    needs = directive(text, "needs")
    minor = tuple(int(part) for part in version.split(".")[:2])
    too_old = needs and minor < tuple(int(part) for part in needs[0].split("."))
    return not too_old and version not in directive(text, "not on")


def run_once(executable, path, unbuffered=False):
    text = path.read_text()
    settings = settings_of(text)
    environment = {key: value for key, value in os.environ.items() if not key.startswith("PYTHON")}
    environment.update(LC_ALL="C.UTF-8", NO_COLOR="1")
    with tempfile.TemporaryDirectory() as folder:
        folder = pathlib.Path(folder).resolve()
        (folder / path.name).write_text(text)
        flags = ["-u"] if unbuffered or settings.get("stdout") == "unbuffered" else []
        flags += ["-i"] if "interactive" in settings else []
        with open(folder / ".stdout", "wb") as stdout, open(folder / ".stderr", "wb") as stderr:
            status = wait_for_end([executable, *flags, path.name], folder, environment, settings, stdout, stderr)
        files = {}
        for file in sorted(folder.rglob("*")):
            name = str(file.relative_to(folder))
            if file.is_file() and name not in (".stdout", ".stderr", path.name) and "__pycache__" not in name:
                files[name] = text_of(file)
        outcome = {
            "status": status,
            "stdout": normalise(text_of(folder / ".stdout"), folder),
            "stderr": normalise(text_of(folder / ".stderr"), folder),
        }
        if files:
            outcome["files"] = files
        return outcome


def text_of(file):
    """What was written, carriage returns included."""
    return file.read_bytes().decode("utf-8", "replace")


def wait_for_end(command, folder, environment, settings, stdout, stderr):
    """The exit status. Both streams go through pipes into files, so that buffering is that of a pipe."""
    typed = [urllib.parse.unquote(line) + "\n" for line in settings["input"].split(",")] if "input" in settings else []
    with subprocess.Popen(["cat"], stdin=subprocess.PIPE, stdout=stdout) as out_pipe:
        with subprocess.Popen(["cat"], stdin=subprocess.PIPE, stdout=stderr) as error_pipe:
            process = subprocess.Popen(
                command, cwd=folder, env=environment,
                stdin=subprocess.PIPE, stdout=out_pipe.stdin, stderr=error_pipe.stdin,
            )
            started = time.monotonic()
            out_pipe.stdin.close()
            error_pipe.stdin.close()
            process.stdin.write("".join(typed).encode())
            process.stdin.flush()
            if "interactive" not in settings:
                process.stdin.close()
            deeds = [(float(moment), "interrupt") for moment in settings.get("ctrl-c", "").split(",") if moment]
            if "interactive" in settings:
                deeds.append((float(settings["interactive"]), "close"))
            for moment, deed in sorted(deeds):
                time.sleep(max(0, started + moment - time.monotonic()))
                if deed == "interrupt":
                    process.send_signal(signal.SIGINT)
                else:
                    process.stdin.close()
            try:
                status = process.wait(NEVER_AFTER_SECONDS)
            except subprocess.TimeoutExpired:
                process.kill()
                process.wait()
                return "never"
    return status if status >= 0 else 128 - status


def normalise(text, folder):
    """Takes out what depends on the place and on the moment."""
    text = text.replace(f"{folder}/", "")
    text = re.sub(r'"[^"\n]*/lib/python3[^"\n]*/([^"/\n]+\.py)", line \d+', r'".../\1", line N', text)
    text = re.sub(r"'[^'\n]*/lib/python3[^'\n]*/([^'/\n]+\.py)'", r"'.../\1'", text)
    text = re.sub(r"0x[0-9a-fA-F]{8,}", "0x…", text)
    return re.sub(r"(?<![\w.])1\d{14}\b", "IDENT", text)


def collect(results):
    """Equal outcomes as one, with the versions that gave them; the most frequent first."""
    outcomes = {}
    for version, outcome in results:
        entry = outcomes.setdefault(json.dumps(outcome, sort_keys=True), {"pythons": {}, **outcome})
        entry["pythons"][version] = entry["pythons"].get(version, 0) + 1
    return sorted(outcomes.values(), key=lambda entry: -sum(entry["pythons"].values()))


def version_key(version):
    return tuple(int(part) for part in version.split("."))


def record(path, recorded, pythons, pool):
    text = path.read_text()
    versions = [version for version in pythons if is_meant_for(text, version)]

    def runs(version, count):
        return [(version, pool.submit(run_once, pythons[version], path)) for _ in range(count)]

    futures = [run for version in versions for run in runs(version, RUNS)]
    results = [(version, future.result()) for version, future in futures]
    racy = [version for version in versions if len({json.dumps(o) for v, o in results if v == version}) > 1]
    futures = [run for version in versions if racy for run in runs(version, RUNS_WHEN_RACY - RUNS)]
    results += [(version, future.result()) for version, future in futures]
    results = kept(path, recorded, pythons) + results
    outcomes = collect(sorted(results, key=lambda result: version_key(result[0])))
    recorded.parent.mkdir(parents=True, exist_ok=True)
    recording = {"program": fnv1a(path.read_bytes()), "outcomes": outcomes}
    recorded.write_text(json.dumps(recording, indent=1, ensure_ascii=False) + "\n")
    return "racy on " + ", ".join(racy) if racy else f"{len(outcomes)} outcomes"


def kept(path, recorded, pythons):
    """What was recorded on versions that are not here, a pair for each run."""
    recording = json.loads(recorded.read_text()) if recorded.exists() else {}
    if recording.get("program") != fnv1a(path.read_bytes()):
        return []
    results = []
    for outcome in recording["outcomes"]:
        versions = outcome.pop("pythons")
        results += [(v, outcome) for v, times in versions.items() if v not in pythons for _ in range(times)]
    return results


def is_up_to_date(path, recorded, pythons):
    if not recorded.exists():
        return False
    recording = json.loads(recorded.read_text())
    seen = {version for outcome in recording["outcomes"] for version in outcome["pythons"]}
    wanted = {version for version in pythons if is_meant_for(path.read_text(), version)}
    return recording["program"] == fnv1a(path.read_bytes()) and wanted <= seen


def asked(description, live):
    """What the command line asks for; the recording of races asks in the same way."""
    parser = argparse.ArgumentParser(description=description)
    parser.add_argument("--again", action="store_true", help="record what is up to date too")
    parser.add_argument("--live", action="store_true", help=live)
    parser.add_argument("programs", nargs="*", type=pathlib.Path, help="these only; all when none is given")
    # Children must not inherit an ignored Ctrl-C, as a job in the background of a shell would hand it on.
    signal.signal(signal.SIGINT, signal.default_int_handler)
    return parser.parse_args()


def main():
    arguments = asked("Records what CPython prints.", live="run once on each CPython and print the outcomes")
    pythons = find_pythons()
    if not pythons:
        sys.exit("No CPython from 3.8 to 3.15 was found: install python3, or versions of it with pyenv.")
    chosen = {path.resolve() for path in arguments.programs}
    jobs = []
    for kind, folder in KINDS.items():
        for path in sorted(folder.glob("*.py")):
            if not chosen or path in chosen:
                jobs.append((path, HERE / "recorded" / kind / f"{path.stem}.json"))
    with concurrent.futures.ThreadPoolExecutor(SIDE_BY_SIDE) as pool:
        if arguments.live:
            print(json.dumps(live(jobs, pythons, pool)))
            return
        print("Recording with CPython", ", ".join(pythons), flush=True)
        stale = [job for job in jobs if arguments.again or not is_up_to_date(*job, pythons)]
        with concurrent.futures.ThreadPoolExecutor(SIDE_BY_SIDE) as programs:
            futures = [(job, programs.submit(record, *job, pythons, pool)) for job in stale]
            for (path, _), future in futures:
                print(f"{path.name}: {future.result()}", flush=True)
    print(f"{len(stale)} recorded, {len(jobs) - len(stale)} were up to date.")


def live(jobs, pythons, pool):
    """`facts/timer.py` and the like -> outcomes of one run on each version."""
    futures = [
        (f"{recorded.parent.name}/{path.name}", version, pool.submit(run_once, executable, path))
        for path, recorded in jobs
        for version, executable in pythons.items()
        if is_meant_for(path.read_text(), version)
    ]
    results = {}
    for title, version, future in futures:
        results.setdefault(title, []).append((version, future.result()))
    return {title: collect(outcomes) for title, outcomes in results.items()}


if __name__ == "__main__":
    main()
