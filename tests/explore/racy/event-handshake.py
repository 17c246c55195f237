"""Two events, one order."""
import threading

ping, pong = threading.Event(), threading.Event()


def answer():
    ping.wait()
    print("ping")
    pong.set()


threading.Thread(target=answer).start()
ping.set()
pong.wait()
print("pong")
