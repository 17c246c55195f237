import threading, tempfile, os, shutil
d = tempfile.mkdtemp()
def w(i):
    with open(os.path.join(d, f"f{i}.txt"), "w") as f:
        f.write(f"hello {i}\n")
ts = [threading.Thread(target=w, args=(i,)) for i in range(3)]
for t in ts: t.start()
for t in ts: t.join()
for n in sorted(os.listdir(d)):
    print(n, open(os.path.join(d, n)).read().strip())
shutil.rmtree(d)
print(os.path.exists(d))
with tempfile.TemporaryDirectory() as td:
    p = os.path.join(td, "x")
    open(p, "w").close()
    print(os.path.isfile(p))
print(os.path.exists(td))
with tempfile.NamedTemporaryFile("w+", delete=True) as f:
    f.write("abc"); f.seek(0); print(f.read())
