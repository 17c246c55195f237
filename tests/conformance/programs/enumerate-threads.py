import threading

go = threading.Event()
threads = [threading.Thread(target=go.wait, name=name, daemon=name == "c") for name in "abc"]
print(threading.active_count())
for t in threads:
    t.start()
print([t.name for t in threading.enumerate()], threading.active_count())
print([t.name for t in threading.enumerate() if t.daemon], threading.main_thread().name)
go.set()
for t in threads:
    t.join()
print([t.name for t in threading.enumerate()])
print(threads[0].ident == threads[0].ident, threads[0].ident != threading.get_ident())
