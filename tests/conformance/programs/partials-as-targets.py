import threading
import time
from functools import partial
from operator import add, itemgetter
def apply(fn, out, i): out[i] = fn()
out = [None] * 4
fns = [partial(add, 1, 2), partial(max, [3, 9, 4]), partial(sorted, "bca", reverse=True), partial("{}-{}".format, 1, 2)]
ts = [threading.Thread(target=apply, args=(f, out, i)) for i, f in enumerate(fns)]
for t in ts: t.start()
for t in ts: t.join()
print(out, itemgetter(0, 1)(out), repr(partial(int, base=2)).split(",")[1])
