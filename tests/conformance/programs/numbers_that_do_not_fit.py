"""What struct says of numbers that do not fit, in the orders of bytes that it knows; and a finalizer shown."""
import struct
import weakref

for form in (">I", "<I", "I", ">i", "i", "!H", "=H", "<h", ">B", "b", "Q", "q"):
    for value in (-1 - 2**63, -2**40, -300, 2**33, 70000, 2**70):
        try:
            print(form, struct.pack(form, value))
        except struct.error as error:
            print(form, value, error)


class Thing:
    pass


thing = Thing()
finalizer = weakref.finalize(thing, print, "gone")
print(repr(finalizer).split(" at 0x")[0], repr(finalizer).split("; ")[1].split(" at ")[0])
del thing
print(repr(finalizer).split("; ")[1])
