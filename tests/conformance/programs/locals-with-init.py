import threading
data = threading.local()
class MyLocal(threading.local):
    x = 5
    def __init__(self, v): self.v = v; print("init in", threading.current_thread().name)
ml = MyLocal(7)
def f():
    try: data.x
    except AttributeError as e: print(e)
    data.x = 1
    print(data.__dict__, ml.v, ml.x)
data.x = 99
t = threading.Thread(target=f, name="T"); t.start(); t.join()
print(data.x, ml.v, hasattr(data, "y"))
