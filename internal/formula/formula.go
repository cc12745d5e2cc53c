// Package formula keeps texts of a CSV file from being run by the spreadsheet
// program that opens it.
package formula

import "strings"

// Defuse puts an apostrophe before a text that a spreadsheet program would take
// for a formula: one that begins with =, +, -, @, a tab or a carriage return.
// https://owasp.org/www-community/attacks/CSV_Injection has the list.
func Defuse(text string) string {
	if text != "" && strings.ContainsRune("=+-@\t\r", rune(text[0])) {
		return "'" + text
	}
	return text
}
