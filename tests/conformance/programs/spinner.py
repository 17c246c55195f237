import threading, time, itertools
spinner_done = threading.Event()
def spin(msg, done):
    for ch in itertools.cycle(r"\|/-"):
        status = f"\r{ch} {msg}"
        print(status, end="", flush=True)
        if done.wait(0.4): break
    print(f"\r{' ' * len(status)}\r", end="")
def supervisor():
    done = threading.Event()
    s = threading.Thread(target=spin, args=("thinking!", done))
    print("spinner object:", s.name)
    s.start(); time.sleep(1.0); done.set(); s.join()
    return 42
print("Answer:", supervisor())
