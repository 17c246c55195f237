from multiprocessing.pool import ThreadPool
import time, threading
def sq(x): time.sleep(0.1 * (3 - x)); return x * x
pool = ThreadPool(3)
print(pool.map(sq, range(3)))
print(pool.apply(pow, (2, 5)), pool.starmap(max, [(1, 2), (4, 3)]))
r = pool.apply_async(sq, (2,)); print(r.get(timeout=5), r.ready(), r.successful())
print(list(pool.imap(sq, [2, 1])), sorted(pool.imap_unordered(sq, [0, 2])))
got = []
m = pool.map_async(sq, [1, 2], callback=got.append); m.wait(); print(got, m.get())
def bad(x): raise ValueError("bad %s" % x)
try: pool.map(bad, [1])
except ValueError as e: print(e)
pool.apply_async(bad, (7,), error_callback=lambda e: print("error callback", e)).wait()
pool.close(); pool.join()
try: pool.apply(sq, (1,))
except ValueError as e: print(e)
with ThreadPool(2) as p: print(p.map(str, [1, 2, 3]))
print(threading.Thread(target=sq).name)
