import threading


def f(a, k=None):
    print(a, k, threading.current_thread().name, threading.current_thread().daemon)


t = threading.Thread(None, f, "given", (1,), {"k": 2}, daemon=True)
t.start()
t.join()
t = threading.Thread(target=f, args=[[1, 2]])
t.name = "list"
t.start()
t.join()
threading.Thread(name="no target").start()
