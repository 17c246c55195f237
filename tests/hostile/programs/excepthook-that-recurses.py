# answer: RecursionError: maximum recursion depth exceeded
import threading
def hook(args):
    hook(args)
threading.excepthook = hook
threading.Thread(target=lambda: 1 / 0).start()
