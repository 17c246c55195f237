import threading


class Worker:
    def step(self, n):
        if n == 0:
            raise RuntimeError("out of steps")
        self.step(n - 1)

    def run(self):
        self.step(2)


t = threading.Thread(target=Worker().run, name="deep")
t.start()
t.join()
[Worker().step(i) for i in range(1)]
