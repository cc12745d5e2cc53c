package account

import "apr/finance"

// doubt reports what looks wrong in the account.
func (b *posting) doubt(a *finance.Account) {
	b.reportAlike()
	b.reportUnmatched()
	b.reportYears()
	b.reportUnits()
	b.reportImplausible(a)
}
