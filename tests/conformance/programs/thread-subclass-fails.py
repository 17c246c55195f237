import threading


class Bad(threading.Thread):
    def run(self):
        self.missing()


t = Bad()
t.start()
t.join()
print("joined", t.is_alive())
