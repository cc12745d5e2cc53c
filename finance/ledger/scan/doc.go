// Package scan reads texts of millions of lines. It cuts a text into blocks between
// records (blocks.go) and has scanners look through them side by side (scanner.go):
// they find where cells end (index.go, match.go) and which records are rows
// (rows.go), find classes by the bytes of the cells that rules test (classes.go,
// cells.go), and read amounts (amounts.go). The blocks' sums are added up in their
// order (merge.go).
//
// It never decides anything that isn't plain. Single records that may be total
// rows, are short, or hold amounts that it can't read go to the ledger, in their
// order; so do blocks that are malformed or whose sums may overflow. What comes out,
// problems and their lines included, is what the ledger alone would give, record by
// record.
package scan
