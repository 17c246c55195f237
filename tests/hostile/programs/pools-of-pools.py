from concurrent.futures import ThreadPoolExecutor
def work():
    with ThreadPoolExecutor() as pool:
        return list(pool.map(lambda _: work(), range(4)))
work()
