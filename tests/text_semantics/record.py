"""Records what real CPythons make of the cases in `cases.py`.

    python3 tests/text_semantics/record.py [AREA…]

takes every CPython from 3.8 on that pyenv has, and writes `recorded/AREA.jsonl`: a line a case, with its results and the
minor version from which each result holds.
"""
import glob
import json
import os
import subprocess
import sys

HERE = os.path.dirname(os.path.abspath(__file__))


def interpreters():
    root = subprocess.run(["pyenv", "root"], capture_output=True, text=True).stdout.strip()
    found = {}
    for path in glob.glob(os.path.join(root, "versions", "3.*", "bin", "python")):
        minor = int(path.split(os.sep)[-3].split(".")[1])
        if minor >= 8:
            found[minor] = path
    return dict(sorted(found.items()))


def main():
    areas = sys.argv[1:]
    results = {}
    for minor, path in interpreters().items():
        out = subprocess.run([path, os.path.join(HERE, "cases.py"), *areas], capture_output=True, text=True, encoding="utf8")
        if out.returncode:
            sys.exit(out.stderr)
        for area, cases in json.loads(out.stdout).items():
            rows = results.setdefault(area, [])
            for at, (name, arguments, result) in enumerate(cases):
                if at == len(rows):
                    rows.append([name, arguments, []])
                assert rows[at][:2] == [name, arguments], (area, minor, rows[at][:2], name, arguments)
                if not rows[at][2] or rows[at][2][-1][1] != result:
                    rows[at][2].append([minor, result])
    for area, rows in results.items():
        with open(os.path.join(HERE, "recorded", area + ".jsonl"), "w", encoding="utf8") as file:
            for row in rows:
                print(json.dumps(row, ensure_ascii=False, separators=(",", ":")), file=file)
        print(area, len(rows))


if __name__ == "__main__":
    main()
