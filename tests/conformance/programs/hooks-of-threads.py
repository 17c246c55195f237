import threading, traceback, sys
def handler(args):
    print("".join(traceback.format_exception(args.exc_type, args.exc_value, args.exc_traceback)).strip().splitlines()[-1])
    print(args.thread.name, len(args), args[0] is args.exc_type)
threading.excepthook = handler
def f():
    try: {}["a"]
    except KeyError as e: raise ValueError("wrapped") from e
threading.Thread(target=f, name="T-1").start()
def hook2(a): raise RuntimeError("hook broke")
threading.excepthook = hook2
t = threading.Thread(target=f, name="T-2"); t.start(); t.join()
