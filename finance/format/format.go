// Package format prints the account: as text for people and as JSON for
// programs. It adds up nothing and rounds no amount.
package format

import "apr/finance"

// Report is an account with the names that it is printed under.
type Report struct {
	// Authority is the integration authority's name.
	Authority string
	Account   *finance.Account
	// MatterTitle is the short title of a matter of regulation 4(2).
	MatterTitle func(finance.Matter) string
}
