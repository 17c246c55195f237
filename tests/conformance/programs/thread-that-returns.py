import threading
import sys

def run_with_trace(n):
    local_sum = 0
    for i in range(n):
        local_sum += i
    return local_sum

class ReturnThread(threading.Thread):
    def __init__(self, group=None, target=None, name=None, args=(), kwargs={}, Verbose=None):
        threading.Thread.__init__(self, group, target, name, args, kwargs)
        self._return = None
    def run(self):
        if self._target is not None:
            self._return = self._target(*self._args, **self._kwargs)
    def join(self, *args):
        threading.Thread.join(self, *args)
        return self._return

twrv = ReturnThread(target=run_with_trace, args=(10,))
twrv.start()
print(twrv.join())
print(twrv.name, twrv._target is not None, sys.exc_info())
