import threading as T, time
t = T.Thread(target=time.sleep, args=(1,)); t.start()
for tag, obj in (("alive", t), ("main", T.main_thread())):
    try: obj.daemon = True
    except RuntimeError as e: print(tag, "->", repr(e))
t.join()
try: t.daemon = True
except RuntimeError as e: print("finished ->", repr(e))
print(t.daemon)
