import threading, traceback, sys
def inner(): raise ValueError("boom")
def worker():
    try:
        inner()
    except ValueError:
        exc_type, exc_value, tb = sys.exc_info()
        for f in traceback.extract_tb(tb):
            print(f.name, f.lineno, f.line)
        print(traceback.format_exc().splitlines()[-1])
        traceback.print_exc(file=sys.stdout)
        print("".join(traceback.format_exception(exc_type, exc_value, tb)))
        print(traceback.format_exception_only(exc_type, exc_value))
t = threading.Thread(target=worker); t.start(); t.join()
