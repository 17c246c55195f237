# answer: Exits at
print(('{0.' + '__class__.' * 100_000 + '__class__}').format(1))
