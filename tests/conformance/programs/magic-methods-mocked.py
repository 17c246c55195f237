"""The special methods of a MagicMock are mocks that can be told what to give, in threads too."""
import threading
from unittest.mock import MagicMock, call

mock = MagicMock()
print(len(mock), bool(mock), list(mock), 3 in mock, int(mock), float(mock))
mock.__len__.return_value = 7
mock.__iter__.return_value = [1, 2]
mock.__contains__.side_effect = lambda item: item == 3
mock.__bool__.return_value = False
print(len(mock), list(mock), list(mock), 3 in mock, 4 in mock, not mock)
mock.__getitem__.return_value = "item"
print(mock["any"], mock[1], mock.__getitem__.call_args_list == [call("any"), call(1)])
mock["k"] = "v"
mock.__setitem__.assert_called_once_with("k", "v")
with mock as entered:
    print(entered is mock.__enter__.return_value)
mock.__enter__.return_value = "lock"
with mock as entered:
    print(entered)
print(mock.__exit__.call_count, mock.__enter__.called)
lock = MagicMock()


def work():
    with lock:
        pass


threads = [threading.Thread(target=work) for _ in range(3)]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
print(lock.__enter__.call_count, lock.__exit__.call_count, lock.mock_calls[0])
try:
    mock.__len__.assert_called_once()
except AssertionError as error:
    print(str(error).splitlines()[0])
args, kwargs = mock.__setitem__.call_args
print(args, kwargs, mock.__setitem__.call_args[0], mock.mock_calls[-1], len(mock.mock_calls[-1]))
