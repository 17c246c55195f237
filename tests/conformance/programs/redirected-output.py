import sys, threading, io, contextlib
buf = io.StringIO()
def chat(n):
    print("line", n)
with contextlib.redirect_stdout(buf):
    ts = [threading.Thread(target=chat, args=(i,)) for i in range(3)]
    for t in ts: t.start(); t.join()
    sys.stdout.write("direct\n")
print(sorted(buf.getvalue().split("\n")))
class Tee:
    def __init__(self, *s): self.s = s
    def write(self, t):
        for x in self.s: x.write(t)
        return len(t)
    def flush(self):
        for x in self.s: x.flush()
log = io.StringIO(); old = sys.stdout; sys.stdout = Tee(old, log)
print("teed", 1, 2, sep="-")
sys.stdout = old
print(repr(log.getvalue()))
