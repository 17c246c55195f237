import threading

data = threading.local()
data.name = "main"
seen = []


def work(name):
    seen.append(hasattr(data, "name"))
    data.name = name
    seen.append(data.name)


for name in ("a", "b"):
    t = threading.Thread(target=work, args=(name,))
    t.start()
    t.join()
print(seen, data.name)
