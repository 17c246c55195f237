import threading, copy, heapq, bisect, array
h = []
lock = threading.Lock()
def w(n):
    with lock: heapq.heappush(h, (n % 4, n))
ts = [threading.Thread(target=w, args=(i,)) for i in range(8)]
for t in ts: t.start()
for t in ts: t.join()
print([heapq.heappop(h) for _ in range(len(h))], heapq.nlargest(2, [1, 5, 3]), heapq.nsmallest(2, [4, 2, 8]), list(heapq.merge([1, 4], [2, 3])))
l = [1, 3, 5]; bisect.insort(l, 4); print(l, bisect.bisect_left(l, 3), bisect.bisect(l, 3))
a = [[1], [2]]; b = copy.deepcopy(a); b[0].append(9); print(a, b, copy.copy(a)[0] is a[0])
arr = array.array('i', [1, 2, 3]); arr.append(4); print(arr, sum(arr), arr[1])
