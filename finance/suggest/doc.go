// Package suggest says what a ledger holds, for whoever writes the rules that
// classify its lines, and proposes such rules.
package suggest
