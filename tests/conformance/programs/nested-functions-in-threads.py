import threading


def make_workers(count):
    results = [None] * count

    def make(index):
        def work(factor=2):
            results[index] = index * factor

        return work

    threads = [threading.Thread(target=make(i), kwargs={"factor": 10} if i % 2 else None) for i in range(count)]
    return threads, results


threads, results = make_workers(4)
for t in threads:
    t.start()
for t in threads:
    t.join()
print(results)
