"""What a failed comparison of unittest says of lists, dicts, texts and counts."""
import unittest

case = unittest.TestCase()
comparisons = [
    lambda: case.assertEqual([1, 2, 3], [1, 2, 4]),
    lambda: case.assertEqual([1, 2], [1, 2, 3], "lists"),
    lambda: case.assertEqual((1, "a"), (2, "a")),
    lambda: case.assertEqual({"a": 1, "b": [1, 2]}, {"a": 1, "b": [1, 3]}),
    lambda: case.assertDictEqual({"a": 1}, {"b": 1}),
    lambda: case.assertEqual("hello\nworld\n", "hello\nthere\n"),
    lambda: case.assertEqual("colour", "color"),
    lambda: case.assertMultiLineEqual("one", ""),
    lambda: case.assertEqual("x" * 100 + "end", "x" * 100 + "fin"),
    lambda: case.assertEqual(list(range(40)), list(range(39)) + [0]),
    lambda: case.assertCountEqual([1, 2, 2], [2, 1, 1]),
    lambda: case.assertCountEqual("abc", "abd"),
    lambda: case.assertEqual(1, 2),
    lambda: case.assertEqual(list(range(0, 900, 3)), list(range(0, 900, 2))[:300]),
]
for compare in comparisons:
    try:
        compare()
    except AssertionError as error:
        print(error)
        print("=" * 20)
