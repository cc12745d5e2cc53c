// Package table opens tables, whatever file they come in: a text of cells that
// commas, semicolons, tabs or bars separate, in UTF-8, UTF-16 or Windows-1252, with
// the line ends of any system, packed or not; or a sheet of a workbook.
//
// It knows nothing of what tables are about. Whoever opens one says by which
// columns its header is known.
package table
