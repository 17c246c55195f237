import threading, time, sys
def loop():
    try:
        while True:
            time.sleep(0.1)
    except SystemExit:
        print("never")
    finally:
        print("finally in daemon")
d = threading.Thread(target=loop, daemon=True)
d.start()
def regular():
    time.sleep(0.35)
    print("regular done")
    raise SystemExit("ignored text")
threading.Thread(target=regular).start()
print("main exits", d.daemon, d.is_alive())
sys.exit("fatal: message")
