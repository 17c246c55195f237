"""Futures as they are completed."""
import time
from concurrent.futures import ThreadPoolExecutor, as_completed


def work(number):
    time.sleep(0.002)
    return number


with ThreadPoolExecutor(2) as pool:
    futures = [pool.submit(work, number) for number in (1, 2)]
    for future in as_completed(futures):
        print(future.result())
