import sys, threading, traceback, time
def worker():
    ev.wait()
ev = threading.Event()
t = threading.Thread(target=worker, name="stuck"); t.start()
time.sleep(0.05)
frame = sys._current_frames()[t.ident]
names = [f.name for f in traceback.extract_stack(frame)]
print("worker" in names)
ev.set()
t.join()
