import threading
def hook(args):
    print("HOOK", args.exc_type.__name__, args.exc_value, args.thread.name, args.exc_traceback is not None)
threading.excepthook = hook
def f(): 1 / 0
t = threading.Thread(target=f, name="bad"); t.start(); t.join()
threading.excepthook = threading.__excepthook__
t = threading.Thread(target=f, name="bad2"); t.start(); t.join()
