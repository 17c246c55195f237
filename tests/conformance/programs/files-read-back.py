with open("notes.txt", "w") as f:
    print(f.write("one\n"))
    f.write("two\nthree\n")
with open("notes.txt") as f:
    print(f.read())
with open("notes.txt", "a") as f:
    f.write("four\n")
with open("notes.txt") as f:
    lines = [line.strip() for line in f]
print(lines)
with open("notes.txt") as f:
    print(repr(f.readline()), f.readlines())
print(f.closed, f.name, f.mode)
try:
    f.read()
except ValueError as error:
    print(error)
try:
    open("missing.txt")
except FileNotFoundError as error:
    print(type(error).__name__, error)
