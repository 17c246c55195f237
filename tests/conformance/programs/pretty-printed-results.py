import threading, pprint, collections
results = collections.defaultdict(list)
lock = threading.Lock()
def job(n):
    with lock:
        results[n % 3].append(n * n)
ts = [threading.Thread(target=job, args=(i,)) for i in range(9)]
[t.start() for t in ts]; [t.join() for t in ts]
pprint.pprint(dict(results))
pprint.pprint({'alpha': list(range(30)), 'beta': {'nested': 'x' * 50, 'other': ['y' * 30] * 3}})
pprint.pprint([('a', 1), ('b', 2)], width=10)
print(pprint.pformat({'z': 1, 'a': 2}))
