import _thread
import threading
import time
def print_time(name, delay, count):
    for i in range(count):
        time.sleep(delay)
        print("%s: %d" % (name, i))
    _thread.exit()
try:
    _thread.start_new_thread(print_time, ("Thread-1", 0.5, 2))
    _thread.start_new_thread(print_time, ("Thread-2", 0.8, 2))
except _thread.error:
    print("Error: unable to start thread")
lock = _thread.allocate_lock()
print(lock.acquire(0), lock.acquire(0), lock.locked(), type(_thread.get_ident()))
lock.release()
def bad(): raise ValueError("in raw thread")
_thread.start_new_thread(bad, ())
time.sleep(3)
print(threading.active_count(), _thread.TIMEOUT_MAX > 0)
