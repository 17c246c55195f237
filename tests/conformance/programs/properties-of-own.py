"""Classes derived from property, descriptors that keep their values in __dict__, and contexts looked at."""
import contextvars
import threading


class classproperty(property):
    def __get__(self, instance, owner=None):
        return self.fget(owner)


class Guarded(property):
    def __init__(self, fget, lock=None):
        super().__init__(fget)
        self.lock = lock or threading.Lock()

    def __get__(self, instance, owner=None):
        if instance is None:
            return self
        with self.lock:
            return super().__get__(instance, owner)


class Typed:
    def __init__(self, kind):
        self.kind = kind

    def __set_name__(self, owner, name):
        self.name = name

    def __get__(self, instance, owner):
        return self if instance is None else instance.__dict__.get(self.name, "unset")

    def __set__(self, instance, value):
        if not isinstance(value, self.kind):
            raise TypeError(f"{self.name} must be {self.kind.__name__}")
        instance.__dict__.setdefault("history", []).append(value)
        instance.__dict__[self.name] = value

    def __delete__(self, instance):
        print("was", instance.__dict__.pop(self.name, None))


class Job:
    made = 0
    priority = Typed(int)

    @classproperty
    def label(cls):
        return cls.__name__.lower()

    @Guarded
    def double(self):
        return self.priority * 2


job = Job()
job.priority = 4
job.priority = 5


def look():
    print(Job.label, job.label, job.double, type(Job.double).__name__, job.history)


worker = threading.Thread(target=look)
worker.start()
worker.join()
del job.priority
print(job.priority, vars(job))
try:
    job.priority = "high"
except TypeError as error:
    print(error)
print(job.__dict__.popitem(), job.__dict__)
job.a, job.b = 1, 2
job.__dict__.clear()
print(vars(job), job.__dict__.setdefault("c", 3), job.c)

user = contextvars.ContextVar("user", default="nobody")
token = user.set("ann")
context = contextvars.copy_context()
print(user in context, context[user], len(context), [value for _, value in context.items()])
user.reset(token)
try:
    user.reset(token)
except RuntimeError as error:
    print("used once" in str(error))
worker = threading.Thread(target=context.run, args=(lambda: print(user.get()),))
worker.start()
worker.join()
