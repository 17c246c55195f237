"""What threads call is a mock, which tells how it was called."""
import threading
import time
from unittest import mock
from unittest.mock import ANY, MagicMock, Mock, call, patch


def notify(callback, names):
    for name in names:
        callback(name, size=len(name))


callback = Mock(return_value="ok", name="callback")
thread = threading.Thread(target=notify, args=(callback, ["ann", "bo"]))
thread.start()
thread.join()
print(callback.call_count, callback.called, callback.call_args, callback.call_args_list)
callback.assert_any_call("ann", size=3)
callback.assert_called_with("bo", size=ANY)
callback.assert_has_calls([call("ann", size=3), call("bo", size=2)])
for check in (callback.assert_not_called, callback.assert_called_once, lambda: callback.assert_called_with("cy")):
    try:
        check()
    except AssertionError as error:
        print(str(error).splitlines()[0])
print(callback("x"), callback.call_args.args, callback.call_args.kwargs)
callback.reset_mock()
print(callback.call_count, callback.mock_calls)

service = Mock()
service.fetch.return_value = {"id": 1}
service.save.side_effect = [True, OSError("disk full")]
errors = []


def work():
    row = service.fetch(1)
    for _ in range(2):
        try:
            print("saved", service.save(row))
        except OSError as error:
            errors.append(str(error))


thread = threading.Thread(target=work)
thread.start()
thread.join()
print(errors, service.method_calls)
service.fetch.assert_called_once_with(1)
doubled = Mock(side_effect=lambda n: n * 2)
print(doubled(4), Mock(wraps=len)("abc"))
try:
    Mock(spec=["start"]).stop
except AttributeError as error:
    print(error)

with patch("time.sleep") as sleep:
    time.sleep(1000)
    sleep.assert_called_once_with(1000)
print(time.sleep is not sleep)


class Clock:
    def now(self):
        return 12


@patch.object(Clock, "now", lambda self: 7)
def patched():
    return Clock().now()


print(patched(), Clock().now())


@mock.patch("threading.Thread")
def without_threads(cls):
    threading.Thread(target=print).start()
    return cls.mock_calls


print(without_threads() == [call(target=print), call().start()], threading.Thread.__name__)
lock = MagicMock()
with lock:
    pass
print(len(lock), list(lock), bool(lock))
settings = {"workers": 1}
with patch.dict(settings, workers=8, extra=True):
    print(settings)
print(settings, mock.sentinel.done)
