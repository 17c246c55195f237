import threading
def f(): undefined_name
t = threading.Thread(target=f); t.start(); t.join()
def g(): [].appendd(1)
t = threading.Thread(target=g, name="G"); t.start(); t.join()
def h(x, y): pass
t = threading.Thread(target=h, args=(1,)); t.start(); t.join()
t = threading.Thread(target=h(1, 2)); t.start(); t.join()
t = threading.Thread(target=h, args=(5)); t.start(); t.join()
print("main alive")
int("x")
