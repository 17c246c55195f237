import sys

print(sys.version_info >= (3, 8), sys.version_info[0], sys.version_info.major)
print(sys.version_info[:2] == (sys.version_info.major, sys.version_info.minor))
print("%d.%d" % sys.version_info[:2])
