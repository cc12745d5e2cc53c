// Package licences has the licences of apr and of everything that is linked
// into it: who passes on the program passes them on with it.
package licences

import _ "embed"

//go:generate go run ./gen -o licences.txt

// Text is all of them, apr's own first.
//
//go:embed licences.txt
var Text string
