import threading, time, signal, os, sys
shutdown = threading.Event()
def on_term(signum, frame):
    name = signal.Signals(signum).name
    print(f"received {name}", flush=True)
    shutdown.set()
for s in (signal.SIGTERM, signal.SIGINT, signal.SIGHUP): signal.signal(s, on_term)
def heartbeat():
    beats = 0
    while not shutdown.wait(0.5):
        beats += 1
    print("heartbeat stopped", beats >= 1)
t = threading.Thread(target=heartbeat, name="heartbeat"); t.start()
threading.Timer(1.2, os.kill, (os.getpid(), signal.SIGTERM)).start()
try:
    while not shutdown.is_set():
        time.sleep(0.1)
finally:
    t.join()
    print("bye")
signal.signal(signal.SIGTERM, signal.SIG_DFL)
print(signal.getsignal(signal.SIGTERM) == signal.SIG_DFL, signal.SIGTERM.value, repr(signal.SIGINT), signal.SIGKILL > 0)
os.kill(os.getpid(), signal.SIGTERM)
time.sleep(5)
print("never printed")
