# answer: RecursionError: maximum recursion depth exceeded
class M(type):
    def __call__(cls, *args):
        return cls()
class A(metaclass=M):
    pass
A()
