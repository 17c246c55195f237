from multiprocessing.dummy import Pool as ThreadPool
urls = ["a", "b", "c"]
def fetch(u): return u.upper()
pool = ThreadPool(4)
results = pool.map(fetch, urls)
pool.close()
pool.join()
print(results)
