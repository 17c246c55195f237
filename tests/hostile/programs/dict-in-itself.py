# answer: Exits at
d = {}
d['d'] = d
print(d, d == {'d': d})
