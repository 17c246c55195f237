def check(value):
    assert value > 0, f"{value} is not positive"
    return value


print(check(1))
try:
    check(-1)
except AssertionError as error:
    print("AssertionError:", error)
assert not []
assert 1 == 2
