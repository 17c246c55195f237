# answer: the limit of 2,000 threads was reached
from concurrent.futures import ThreadPoolExecutor
def work():
    with ThreadPoolExecutor() as pool:
        return list(pool.map(lambda _: work(), range(4)))
work()
