import sys
for n, line in enumerate(sys.stdin): print(n, line.rstrip("\n"))
print(repr(sys.stdin.read()), repr(sys.stdin.readline()))
try: input("more? ")
except EOFError as e: print("EOF:", e)
# settings: input=one,two
