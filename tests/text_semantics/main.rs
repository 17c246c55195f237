//! Python's text and numbers against what real CPythons made of the same cases: `cases.py` has the cases, `record.py`
//! records them anew, `recorded/` holds a line a case.

mod formatting;
mod newest;
mod numbers;
mod randomness;
mod recorded;
mod representation;
mod robustness;
mod strings;
