import signal, threading, time, sys
stop = threading.Event()
def handler(signum, frame):
    print("got", signal.Signals(signum).name)
    stop.set()
signal.signal(signal.SIGALRM, handler)
signal.alarm(1)
def worker():
    while not stop.is_set():
        stop.wait(0.1)
    print("worker stops")
t = threading.Thread(target=worker); t.start()
t.join()
print("main ends")
