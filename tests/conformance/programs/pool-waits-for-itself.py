"""The only worker waits for a job that only it could run."""
from concurrent.futures import ThreadPoolExecutor

with ThreadPoolExecutor(max_workers=1) as pool:

    def outer():
        print("outer submits", flush=True)
        return pool.submit(lambda: 42).result()

    future = pool.submit(outer)
    print("main waits", flush=True)
    print(future.result())
