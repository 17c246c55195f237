# answer: Exits at
from concurrent.futures import ThreadPoolExecutor
pool = ThreadPoolExecutor(2)
def job():
    pool.submit(job)
    pool.submit(job)
job()
