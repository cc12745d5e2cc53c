// Package ledger reads one ledger: it adds up its lines by class, recognises what
// isn't a line, and says what is wrong with it.
package ledger
