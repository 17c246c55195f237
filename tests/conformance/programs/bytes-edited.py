"""A protocol of frames in a bytearray that two threads fill."""
import threading

wire = bytearray()
lock = threading.Lock()


def send(kind, *texts):
    for text in texts:
        body = text.encode()
        with lock:
            wire.extend(bytes([kind]) + len(body).to_bytes(2, "big") + body)


def received(data):
    data = bytearray(data)
    while data:
        size = int.from_bytes(data[1:3], "big")
        yield data[0], bytes(data[3:3 + size]).decode()
        del data[:3 + size]


for worker in [threading.Thread(target=send, args=(1, "héllo", "")), threading.Thread(target=send, args=(2, "bye"))]:
    worker.start()
    worker.join()
print(list(received(wire)), len(wire))

buffer = bytearray(b"hello")
buffer[0] = 72
buffer[1:3] = b"EY"
buffer[4:4] = [33, 34]
buffer.insert(0, 62)
del buffer[-1]
del buffer[1:8:3]
buffer.remove(34)
print(buffer)
buffer[::2] = b"xyz"[: len(buffer[::2])]
print(buffer)
for wrong in (
    lambda: buffer.__setitem__(99, 1),
    lambda: buffer.__setitem__(0, 256),
    lambda: buffer.__setitem__(slice(0, 4, 2), b"1"),
    lambda: buffer.__setitem__(slice(0, 1), 5),
    lambda: buffer.remove(0),
):
    try:
        wrong()
    except (IndexError, ValueError, TypeError) as error:
        print(type(error).__name__, error)

line = b"GET /index HTTP/1.1\r\nHost: here\r\n"
print(line.partition(b"\r\n")[0].split(), line.rpartition(b": ")[2].strip(), b"7".zfill(3), b"ab".center(6, b"*"))
print(b"a".ljust(3) + b"|", b"b".rjust(3, b"."), b"a\tb".expandtabs(4), b"Hello World".istitle())
print(b"hello".translate(bytes.maketrans(b"el", b"ip"), b"o"), bytearray(b"a-b").partition(b"-"))
