import threading, warnings
warnings.simplefilter("ignore")
t = threading.Thread(target=print, args=("x",)); t.setDaemon(True); t.setName("N"); print(t.getName(), t.isDaemon()); t.start(); t.join()
warnings.filterwarnings("always")
with warnings.catch_warnings(record=True) as w:
    warnings.simplefilter("always")
    warnings.warn("hey", DeprecationWarning)
    print(len(w), w[0].category.__name__, w[0].message)
warnings.warn("user warning")
