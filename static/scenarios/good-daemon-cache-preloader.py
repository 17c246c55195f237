"""A good daemon: the cache preloader

The preloader fetches pages that the program may want soon. What it has fetched
is used at once; what it has not is fetched in the ordinary way. When it is cut
off half-way, only work is lost that turned out not to be needed.
"""

import threading
import time

cache = {}


def fetch(page):
    time.sleep(1)
    return f"text of page {page}"


def preload():
    for page in range(1, 11):
        cache[page] = fetch(page)


def read(page):
    if page in cache:
        print(f"page {page}: from the cache")
    else:
        print(f"page {page}: fetched now")
        cache[page] = fetch(page)


threading.Thread(target=preload, name="preloader", daemon=True).start()
time.sleep(3.5)
read(2)
read(9)
print("main ended with", len(cache), "pages in the cache")
