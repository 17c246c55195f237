"""Files in every mode, what they refuse, and directories."""
# needs: 3.10
import os, io
def trial(l, fn):
    try: print(l, "->", repr(fn()))
    except BaseException as e: print(l, "->", type(e).__module__, type(e).__name__ + ":", e)
f=open("a.txt","w"); print(f)
trial("read w", f.read); trial("write int", lambda: f.write(3)); trial("iter", lambda: list(f))
trial("write", lambda: f.write("abc\n")); f.close()
trial("closed write", lambda: f.write("x")); trial("closed read", f.read); trial("closed iter", lambda: next(f)); trial("with", lambda: f.__enter__()); trial("flush", f.flush); trial("close",f.close); trial("tell", f.tell)
print(f.closed, f.name, f.mode)
f=open("a.txt","rb"); print(f); trial("write rb", lambda: f.write(b"x")); trial("r", f.read); f.close(); trial("closed", f.read)
f=open("a.txt","r"); trial("write r", lambda: f.write("x")); f.close()
f=open("a.txt","wb"); print(f); trial("str", lambda: f.write("x")); trial("read", f.read); print(f.write(b"abc")); f.close()
trial("enoent", lambda: open("nope.txt")); trial("x", lambda: open("a.txt","x"))
trial("buffering0", lambda: open("a.txt","w",buffering=0))
trial("remove", lambda: os.remove("nope"))
trial("rename", lambda: os.rename("nope","b"))
trial("mkdir", lambda: os.mkdir("/tmp"))
trial("listdir", lambda: os.listdir("nope"))
trial("size", lambda: os.path.getsize("nope"))
trial("rmdir", lambda: os.rmdir("nope"))
b=io.BytesIO(b"abc"); print(b.read(2), b.getvalue()); b.close(); trial("bclosed", b.read)
s=io.StringIO(); trial("sw", lambda: s.write(3)); trial("bw", lambda: io.BytesIO().write("s")); 
f=open("a.txt","w+"); f.write("hello\nworld\n"); f.seek(0); print(f.readline(), f.tell(), f.readlines()); trial("seek neg", lambda: f.seek(-1)); trial("seek cur", lambda: f.seek(1,1)); trial("seek whence", lambda: f.seek(0,5)); f.close()
print(os.getpid()>0, os.getenv("NOPE"), os.getenv("NOPE","d")); trial("environ", lambda: os.environ["NOPE"]); trial("set", lambda: os.environ.__setitem__("A",1))
print(os.path.join("a","/b","c"), os.path.splitext("a.b.c"), os.path.basename("/x/y"), os.path.dirname("/x/y"), os.path.split("/x/y/"), os.path.normpath("a//b/../c/."))
f=open("a.txt","w+"); trial("writelines", lambda: f.writelines([1])); f.write("hello"); f.truncate(3); f.seek(0); print(f.read()); f.close()
with open("a.txt","w") as f:
    print("one", file=f); print("two", 2, file=f); f.writelines(["x\n","y\n"])
with open("a.txt") as f:
    for line in f: print(line.rstrip())
print(open("a.txt").read().splitlines(), os.path.getsize("a.txt"))
with open("a.txt","a") as f: f.write("z\n")
print([l for l in open("a.txt","rb")])
os.makedirs("d/e/f"); open("d/e/x.txt","w").close(); print(sorted(os.listdir("d/e")), os.path.isdir("d"), os.path.isfile("d/e/x.txt"), os.path.exists("zz"))
trial("makedirs", lambda: os.makedirs("d/e")); os.makedirs("d/e", exist_ok=True); trial("rmdir", lambda: os.rmdir("d/e"))
os.rename("a.txt","b.txt"); print(os.path.exists("a.txt"), os.path.exists("b.txt")); os.remove("b.txt")
trial("nodir", lambda: open("nodir/x","w")); trial("isdir", lambda: open("d"))
