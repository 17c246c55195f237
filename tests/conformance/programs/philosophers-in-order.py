import threading, time, random
random.seed(0)
class Philosopher(threading.Thread):
    running = True
    def __init__(self, index, left, right):
        threading.Thread.__init__(self)
        self.index, self.left, self.right = index, left, right
        self.meals = 0
    def run(self):
        while self.meals < 2:
            first, second = sorted((self.left, self.right), key=id)
            with first:
                with second:
                    self.meals += 1
            time.sleep(0.001)
forks = [threading.Semaphore() for _ in range(5)]
ph = [Philosopher(i, forks[i % 5], forks[(i + 1) % 5]) for i in range(5)]
for p in ph: p.start()
for p in ph: p.join()
print([p.meals for p in ph])
