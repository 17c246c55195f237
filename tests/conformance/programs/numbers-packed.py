"""Messages of fixed size with struct, and other ways to write bytes as text."""
import base64
import struct
import threading

HEADER = struct.Struct("!HBxI")
received = []


def receive(stream):
    at = 0
    while at < len(stream):
        kind, flags, length = HEADER.unpack_from(stream, at)
        at += HEADER.size
        received.append((kind, flags, stream[at:at + length]))
        at += length


message = b"".join(HEADER.pack(kind, 3, len(body)) + body for kind, body in ((1, b"hello"), (2, b""), (65535, b"x" * 3)))
reader = threading.Thread(target=receive, args=(message,))
reader.start()
reader.join()
print(received, HEADER.size, HEADER.format)
for form, values in [("<hhl", (1, -2, 3)), (">d", (0.1,)), ("<f", (1.5,)), ("=e", (-0.25,)), ("@bi", (1, 2)), ("3s2p?c", (b"ab", b"zz", 1, b"q")),
                     ("<d", (5e-324,)), (">f", (float("inf"),)), ("<q", (-1,)), ("2H", (1, 2))]:
    packed = struct.pack(form, *values)
    print(form, packed.hex(), struct.calcsize(form), struct.unpack(form, packed))
print(list(struct.iter_unpack("<H", b"\x01\x00\x02\x00")), struct.unpack("<f", struct.pack("<f", 0.1))[0])
room = bytearray(6)
struct.pack_into(">H", room, 2, 258)
print(room)
for wrong in (lambda: struct.pack("B", 256), lambda: struct.pack("H", "x"), lambda: struct.unpack("I", b"abc"), lambda: struct.pack("II", 1),
              lambda: struct.calcsize("y"), lambda: struct.pack("f", "x"), lambda: struct.pack("s", 5), lambda: base64.b64decode("a"),
              lambda: base64.b32decode("a"), lambda: bytearray([300])):
    try:
        print(wrong())
    except (struct.error, ValueError, OverflowError) as error:
        print(type(error).__name__, error)
print([base64.b32encode(b"hello"[:n]) for n in range(6)], base64.b32decode("NBSWY3DP"), base64.b16encode(b"\x0f"))
