"""A counter and the tests of it, as they stand at the end of many an article."""
# not on: 3.12.1
import io
import threading
import unittest
from unittest import skip, skipIf


class Counter:
    def __init__(self):
        self.value = 0
        self._lock = threading.Lock()

    def increment(self, by=1):
        if by < 0:
            raise ValueError("by must not be negative")
        with self._lock:
            self.value += by


class TestCounter(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        print("once before all")

    @classmethod
    def tearDownClass(cls):
        print("once after all")

    def setUp(self):
        self.counter = Counter()
        self.addCleanup(print, "cleaned up after", self._testMethodName)

    def tearDown(self):
        print("after", self.id())

    def test_many_threads(self):
        """Many threads add up."""
        threads = [threading.Thread(target=self.counter.increment, args=(n,)) for n in range(5)]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join(timeout=5)
            self.assertFalse(thread.is_alive())
        self.assertEqual(self.counter.value, 10)

    def test_negative(self):
        with self.assertRaises(ValueError) as context:
            self.counter.increment(-1)
        self.assertIn("negative", str(context.exception))
        self.assertRaises(TypeError, self.counter.increment, "one")

    def test_that_fails(self):
        self.assertEqual(self.counter.value, 1, "nobody counted")

    def test_that_breaks(self):
        self.counter.missing()

    @skip("too slow")
    def test_skipped(self):
        print("never")

    @skipIf(threading.active_count() > 50, "too many threads")
    def test_kinds(self):
        self.assertIsInstance(self.counter, Counter)
        self.assertIsNotNone(self.counter._lock)
        self.assertAlmostEqual(0.1 + 0.2, 0.3)
        self.assertGreater(2, 1)
        self.assertCountEqual([1, 2, 2], [2, 1, 2])

    @unittest.expectedFailure
    def test_expected(self):
        self.fail("as expected")

    def test_parts(self):
        for n in range(3):
            with self.subTest(n=n):
                self.assertNotEqual(n, 1)


def last_lines(found):
    return [(str(test).split(" ")[0], text.strip().splitlines()[-1]) for test, text in found]


suite = unittest.TestLoader().loadTestsFromTestCase(TestCounter)
print(suite.countTestCases())
stream = io.StringIO()
result = unittest.TextTestRunner(stream=stream, verbosity=1).run(suite)
print(result.testsRun, result.wasSuccessful())
print(last_lines(result.failures), last_lines(result.errors))
print([(str(test).split(" ")[0], reason) for test, reason in result.skipped], len(result.expectedFailures))
report = stream.getvalue().splitlines()
print(report[0], report[-1])
print(result)
one = TestCounter("test_kinds")
print(one.run().wasSuccessful(), one.shortDescription(), TestCounter("test_many_threads").shortDescription())
for check in (lambda: one.assertTrue(0), lambda: one.assertIs(1, None), lambda: one.assertLess(2, 1, "order"),
              lambda: one.assertSetEqual({1}, {2}), lambda: one.assertRaises(KeyError, dict)):
    try:
        check()
    except AssertionError as error:
        print(str(error).replace("\n", " | "))


class TestPassing(unittest.TestCase):
    def test_join(self):
        thread = threading.Thread(target=print, args=("in a thread",))
        thread.start()
        thread.join()


program = unittest.main(argv=["tests", "TestPassing"], exit=False, testRunner=unittest.TextTestRunner(io.StringIO()))
print(program.result.wasSuccessful())
unittest.main(argv=["tests", "TestPassing.test_join"], testRunner=unittest.TextTestRunner(io.StringIO()))
