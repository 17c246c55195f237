import signal, os, threading, time
done = threading.Event()
def h(s, f):
    print("signal", s)
    done.set()
signal.signal(signal.SIGUSR1, h)
signal.signal(signal.SIGTERM, h)
def k():
    time.sleep(0.1)
    os.kill(os.getpid(), signal.SIGUSR1)
t = threading.Thread(target=k); t.start()
while not done.is_set():
    time.sleep(0.05)
t.join()
print(signal.getsignal(signal.SIGTERM) is h, signal.getsignal(signal.SIGINT) is signal.default_int_handler)
