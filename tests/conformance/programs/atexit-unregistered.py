import atexit, threading, time
@atexit.register
def bye(): print("bye")
atexit.register(print, "second", sep="-")
def d():
    while True: time.sleep(0.1)
threading.Thread(target=d, daemon=True).start()
time.sleep(0.15)
print("main done")
atexit.unregister(bye)
