import threading as T, time
t = T.Timer(2, lambda: print("fired in", T.current_thread().name.split(" ")[0], "daemon", T.current_thread().daemon)); print(t.name, t.daemon); t.start()
c = T.Timer(1, print, args=["cancelled?"]); c.start(); c.cancel()
d = T.Timer(1, print, ["daemon timer never fires"]); d.daemon = True
d2 = T.Timer(9, print); d2.daemon = True; d2.start()
print("main end")
