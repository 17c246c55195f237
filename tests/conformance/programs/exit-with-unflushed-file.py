import threading
with open("out.txt", "w") as f:
    def w(n):
        for i in range(2): print(n, i, file=f)
    ts = [threading.Thread(target=w, args=(c,)) for c in "ab"]
    for t in ts: t.start(); t.join()
    print("total", f.tell() > 0, file=f)
print(open("out.txt").read(), end="")
f2 = open("left.txt", "w"); f2.write("unflushed")
import os; os._exit(4)
