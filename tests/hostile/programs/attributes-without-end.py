class A:
    pass
a = A()
n = 0
while True:
    setattr(a, f'name_{n}', n)
    n += 1
