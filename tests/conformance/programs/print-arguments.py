import sys

print()
print("a", 1, None, 2.5, [1, "x"], sep="-", end="|\n")
print("a", "b", sep="")
print(*range(5), sep=", ")
print("no newline", end="")
print(" same line")
print("to stderr", file=sys.stderr)
print("flushed", flush=True)
sys.stdout.write("written\n")
sys.stderr.write("err\n")
print("é ü 漢字 \u2713", "tab\there", 'q"uote', "it's")
print(repr("é\n\t\\'"), repr('a"b'), repr("it's \"x\""))
