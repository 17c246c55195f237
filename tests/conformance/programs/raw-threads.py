import _thread, time
lock = _thread.allocate_lock()
def f(n, d):
    for i in range(2):
        time.sleep(d)
        with lock: print(n, i)
_thread.start_new_thread(f, ("A", 0.1))
_thread.start_new_thread(f, ("B", 0.15))
time.sleep(0.6)
print("end")
