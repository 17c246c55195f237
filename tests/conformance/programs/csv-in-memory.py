import threading, csv, io
buf = io.StringIO()
w = csv.writer(buf); w.writerow(["a", "b"]); w.writerow([1, "x,y"])
print(buf.getvalue())
for row in csv.reader(io.StringIO("1,2\n3,\"4,5\"\n")): print(row)
for row in csv.DictReader(io.StringIO("n,v\na,1\n")): print(row)
