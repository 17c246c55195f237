import threading
from collections import defaultdict
text = """the quick brown fox
jumps over the lazy dog
the end"""
counts = defaultdict(int)
lock = threading.Lock()
def mapper(line):
    local = defaultdict(int)
    for w in line.split():
        local[w] += 1
    with lock:
        for w, c in local.items():
            counts[w] += c
threads = [threading.Thread(target=mapper, args=(l,)) for l in text.splitlines()]
for th in threads: th.start()
for th in threads: th.join()
for w, c in sorted(counts.items(), key=lambda kv: (-kv[1], kv[0]))[:4]:
    print("{0:10s} {1}".format(w, c))
print(max(counts, key=counts.get), sum(counts.values()), len(counts))
