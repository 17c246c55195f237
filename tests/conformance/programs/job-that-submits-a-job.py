"""A job hands a part of its work to the pool that runs it: fine with two workers."""
from concurrent.futures import ThreadPoolExecutor

with ThreadPoolExecutor(max_workers=2) as pool:

    def outer(name):
        print("outer begins", name)
        inner = pool.submit(lambda: name.upper())
        print("outer waits")
        return inner.result() + "!"

    future = pool.submit(outer, "job")
    print("main has submitted")
    print(future.result())
    print([f.result() for f in [pool.submit(pow, 2, n) for n in range(4)]])
