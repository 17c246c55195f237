from pathlib import Path
import threading
base = Path("out")
base.mkdir(exist_ok=True)
def w(i):
    (base / f"part{i}.txt").write_text(f"part {i}\n")
ts = [threading.Thread(target=w, args=(i,)) for i in range(3)]
for t in ts: t.start()
for t in ts: t.join()
for p in sorted(base.glob("*.txt")):
    print(p.name, p.stem, p.suffix, p.read_text().strip(), p.exists(), p.parent)
print(Path("a/b/../c.tar.gz").suffixes, Path("/x/y").parts, Path("/x") / "y", repr(Path("q")))
for p in base.iterdir(): p.unlink()
base.rmdir()
print(base.exists())
