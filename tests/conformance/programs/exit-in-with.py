import sys


class Resource:
    def __enter__(self):
        print("open")

    def __exit__(self, kind, value, traceback):
        print("close", kind.__name__, value.code)


with Resource():
    try:
        sys.exit(4)
    except Exception:
        print("not caught: SystemExit is no Exception")
