import inspect, threading
def worker(a, b=2, *args, c, d=4, **kw):
    """Doc of worker."""
    print(inspect.currentframe().f_code.co_name)
print(inspect.signature(worker))
print(inspect.isfunction(worker), inspect.isclass(threading.Thread), inspect.ismethod(threading.Thread().start))
for name, p in inspect.signature(worker).parameters.items():
    print(name, p.kind, p.default is inspect.Parameter.empty)
print(inspect.getdoc(worker))
t = threading.Thread(target=worker, args=(1,), kwargs={'c': 3}); t.start(); t.join()
