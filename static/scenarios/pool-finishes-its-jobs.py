"""A pool finishes its jobs

Nobody calls `shutdown()`, nobody asks for a result, and still all four jobs are
done: when the main thread has ended, the interpreter first lets every
`ThreadPoolExecutor` work off its queue, before it runs the `atexit` callbacks.
With two workers and one second a job, that takes two seconds.
"""

import atexit
import time
from concurrent.futures import ThreadPoolExecutor


def job(number, seconds):
    time.sleep(seconds)
    print("job", number, "done")


def say_goodbye():
    print("goodbye")


atexit.register(say_goodbye)
pool = ThreadPoolExecutor(max_workers=2)
for number, seconds in enumerate((1, 1.2, 1, 1.2), start=1):
    pool.submit(job, number, seconds)
print("main ended")
