import threading as T
class Sub(T.Thread):
    def run(self): pass
class C:
    def meth(self): pass
    def __call__(self): pass
def f(): pass
print(T.Thread(target=f).name)
print(T.Thread(target=lambda: 0).name)
print(T.Thread(target=C().meth).name)
print(T.Thread(target=C()).name)
print(Sub().name)
print(T.Thread(target=f, name="mine").name)
print(T.Thread(target=f, name="").name)
print(T.Thread(name=7).name)
print(T.Timer(1, f).name)
print(T.Thread(target=print).name)
print(T.current_thread().name)
