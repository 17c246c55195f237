# answer: the limit of 200,000 names of attributes and variables was reached
class A:
    pass
a = A()
n = 0
while True:
    setattr(a, f'name_{n}', n)
    n += 1
