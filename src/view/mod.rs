//! A trace as plain data in display terms: lanes, bars, edges, labels, tables. Knows no DOM.
