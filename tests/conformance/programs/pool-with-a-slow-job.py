from multiprocessing.pool import ThreadPool
import multiprocessing.pool as mp, time
with ThreadPool(processes=1) as pool:
    res = pool.apply_async(time.sleep, (1,))
    try: res.get(timeout=0.1)
    except Exception as e: print(type(e).__name__)
    it = pool.imap(time.sleep, [0.5])
    res.wait()
