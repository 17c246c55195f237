import logging, logging.handlers, os, threading
h = logging.handlers.RotatingFileHandler("r.log", maxBytes=60, backupCount=2)
h.setFormatter(logging.Formatter("%(message)s"))
log = logging.getLogger("rot"); log.addHandler(h); log.setLevel(10); log.propagate = False
def w(n):
    for i in range(4): log.info("thread %s message %d" % (n, i))
for n in "ab":
    t = threading.Thread(target=w, args=(n,)); t.start(); t.join()
h.close()
for n in sorted(x for x in os.listdir(".") if x.startswith("r.log")): print(n, repr(open(n).read()))
m = logging.handlers.MemoryHandler(10, flushLevel=logging.ERROR, target=logging.StreamHandler(__import__("sys").stdout))
l2 = logging.getLogger("mem"); l2.addHandler(m); l2.setLevel(10); l2.propagate = False
l2.info("buffered"); print("before"); l2.error("flush!")
