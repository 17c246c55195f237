import threading, time, argparse
parser = argparse.ArgumentParser(description="demo")
parser.add_argument("-n", "--num", type=int, default=3, help="threads")
parser.add_argument("--verbose", action="store_true")
args = parser.parse_args()
def w(i):
    if args.verbose: print("v")
    print("thread", i)
for i in range(args.num):
    t = threading.Thread(target=w, args=(i,)); t.start(); t.join()
print(args)
