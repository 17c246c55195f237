import threading

ping, pong = threading.Event(), threading.Event()
out = []


def left():
    for i in range(3):
        ping.wait()
        ping.clear()
        out.append(f"ping {i}")
        pong.set()


def right():
    for i in range(3):
        pong.wait()
        pong.clear()
        out.append(f"pong {i}")
        if i < 2:
            ping.set()


a, b = threading.Thread(target=left), threading.Thread(target=right)
a.start()
b.start()
ping.set()
a.join()
b.join()
print(", ".join(out))
