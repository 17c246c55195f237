"""Threads that fill parts of one buffer through memory views."""
import io
import threading

buffer = bytearray(16)
whole = memoryview(buffer)


def fill(part, start):
    for at in range(len(part)):
        part[at] = start + at


workers = [threading.Thread(target=fill, args=(whole[at * 4:at * 4 + 4], at * 16)) for at in range(4)]
for worker in workers:
    worker.start()
for worker in workers:
    worker.join()
print(buffer.hex(), bytes(whole[::5]), whole[-1], len(whole), whole.nbytes, whole.readonly, whole.format, whole.itemsize)
print(whole[2:4].tolist(), whole == buffer, whole[:2] == b"\x00\x01", whole.tobytes()[:3], list(whole[14:]), 49 in whole)
whole[0:2] = b"ab"
print(buffer[:3], whole.obj is buffer, bytearray(whole[:2]), whole.hex()[:8])
fixed = memoryview(b"fixed")
for name, action in [
    ("write", lambda: fixed.__setitem__(0, 1)),
    ("range", lambda: whole[99]),
    ("value", lambda: whole.__setitem__(0, 300)),
    ("kind", lambda: whole.__setitem__(0, "a")),
    ("size", lambda: whole.__setitem__(slice(0, 2), b"abc")),
    ("text", lambda: memoryview("text")),
]:
    try:
        print(name, action())
    except Exception as error:
        print(name, type(error).__name__, error)
with memoryview(b"abc") as view:
    print(view[1], io.BytesIO(b"12345").getbuffer().nbytes)
try:
    view[0]
except ValueError as error:
    print(error)
