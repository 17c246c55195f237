import sys

try:
    sys.exit("no such file")
except SystemExit as error:
    print(repr(error.code), error.args)
try:
    raise SystemExit
except SystemExit as error:
    print(error.code)
try:
    sys.exit([1, 2])
finally:
    print("finally")
