"""A pool: results in order, prints in any."""
from concurrent.futures import ThreadPoolExecutor


def double(number):
    print("doubling", number)
    return number * 2


with ThreadPoolExecutor(max_workers=2) as pool:
    print(list(pool.map(double, [1, 2])))
