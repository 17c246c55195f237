import threading
from queue import Queue, Empty
import time, random, sys, os

class Crawler(threading.Thread):
    site = {"/": ["/a", "/b"], "/a": ["/c"], "/b": ["/c", "/d"], "/c": [], "/d": ["/"]}
    def __init__(self, tid, frontier, seen, lock, out):
        super(Crawler, self).__init__(name="crawler-%02d" % tid)
        self.frontier, self.seen, self.lock, self.out = frontier, seen, lock, out
    def fetch(self, url):
        time.sleep(0.05)
        return self.site.get(url, [])
    def run(self):
        while True:
            try:
                url, depth = self.frontier.get(True, 0.5)
            except Empty:
                return
            try:
                for link in self.fetch(url):
                    with self.lock:
                        if link in self.seen: continue
                        self.seen.add(link)
                    self.frontier.put((link, depth + 1))
                with self.lock:
                    self.out[url] = depth
            finally:
                self.frontier.task_done()

frontier, seen, lock, out = Queue(), {"/"}, threading.Lock(), {}
frontier.put(("/", 0))
crawlers = [Crawler(i, frontier, seen, lock, out) for i in range(3)]
for c in crawlers: c.start()
frontier.join()
for url in sorted(out): print("%-4s depth=%d" % (url, out[url]))
for c in crawlers: c.join()
print("seen %d pages, %d threads left" % (len(seen), threading.active_count()))
