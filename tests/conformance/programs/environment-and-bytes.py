import threading, os, sys
print(os.path.basename(sys.argv[0]) == os.path.basename(__file__), os.getpid() == os.getpid(), os.cpu_count() > 0)
os.environ["MODE"] = "test"
def w(): print(os.environ["MODE"], os.getenv("MODE2", "x"), "MODE" in os.environ)
t = threading.Thread(target=w); t.start(); t.join()
del os.environ["MODE"]
try: os.environ["MODE"]
except KeyError as e: print("KeyError", e)
print(os.linesep == "\n", os.name, os.path.exists("/nonexistent"), os.path.splitext("a/b.c"), os.path.commonpath(["/a/b", "/a/c"]))
with open("x.bin", "wb") as f: f.write(bytes(range(5)))
print(os.path.getsize("x.bin"), open("x.bin", "rb").read(), os.stat("x.bin").st_size)
