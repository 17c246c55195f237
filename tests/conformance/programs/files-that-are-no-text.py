"""Bytes that are no text, the null device, and a program that reads itself."""
import os
import threading


def read(name, **how):
    try:
        with open(name, **how) as file:
            print(name, how, ascii(file.read()))
    except UnicodeDecodeError as error:
        print(name, error, "|", error.encoding, error.start, error.end, error.reason, error.object)


with open("data.bin", "wb") as file:
    file.write(b"fine\n\xff\xfe then\n")
for how in ({}, {"errors": "replace"}, {"errors": "ignore"}):
    t = threading.Thread(target=read, args=("data.bin",), kwargs={"encoding": "utf-8", **how})
    t.start()
    t.join()
with open("data.bin", encoding="utf-8") as file:
    try:
        for line in file:
            print("line", line)
    except UnicodeDecodeError as error:
        print(error)
with open(os.devnull, "w") as nowhere:
    print("gone", file=nowhere)
    print(nowhere.name, nowhere.mode)
with open(os.devnull) as nowhere:
    print(repr(nowhere.read()))
with open(__file__) as own:
    print(own.readline().strip()[:20], len(own.readlines()) > 20)
print([name.endswith(".py") for name in sorted(os.listdir(".")) if not name.startswith(".")], os.path.exists(__file__))
with open("ends.txt", "w", newline="\r\n") as file:
    file.write("one\ntwo\n")
with open("ends.txt", "a", newline="") as file:
    file.write("three\rfour\r\n")
for newline in (None, ""):
    with open("ends.txt", newline=newline) as file:
        print(repr(file.read()))
with open("ends.txt") as file:
    print(file.readline() == "one\n", file.newlines is not None)
