import textwrap
print(len(textwrap.fill('word ' * 700_000, width=1)))
