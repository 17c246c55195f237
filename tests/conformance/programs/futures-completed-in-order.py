from concurrent.futures import ThreadPoolExecutor, as_completed, wait, FIRST_COMPLETED, TimeoutError, CancelledError
import time
def f(n):
    time.sleep(n * 0.3)
    if n == 2: raise ValueError(f"bad {n}")
    return n * n
with ThreadPoolExecutor(max_workers=4, thread_name_prefix="pool") as ex:
    fs = {ex.submit(f, n): n for n in (3, 1, 2)}
    for fut in as_completed(fs):
        n = fs[fut]
        try: print(n, fut.result())
        except Exception as e: print(n, "raised", repr(e))
    done, not_done = wait([ex.submit(f, 1), ex.submit(f, 5)], return_when=FIRST_COMPLETED)
    print(len(done), len(not_done))
    fut = ex.submit(f, 4)
    try: fut.result(timeout=0.05)
    except TimeoutError as e: print("timeout", repr(e))
    print(fut.exception(), fut.done(), fut.running(), fut.cancelled(), fut.cancel())
