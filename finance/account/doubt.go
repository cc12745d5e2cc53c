package account

import "apr/finance"

// doubt reports what looks wrong in the account.
func (b *posting) doubt(a *finance.Account) {
	turned := b.reportTurned()
	b.reportAlike()
	b.reportUnmatched()
	b.reportShadowed()
	b.reportYears()
	b.reportGaps()
	b.reportUnits()
	b.reportSays()
	b.reportBoards()
	b.reportNames()
	b.reportSetAside()
	b.reportReasons()
	b.reportMoved()
	b.reportElsewhere()
	b.reportServices()
	b.reportSecondNames()
	b.reportOthersResidents()
	b.reportWithoutCode()
	b.reportCentreGaps()
	b.reportCentresTwice()
	if turned || b.cumulative() { // else each amount of the account would be reported by itself
		b.withoutControl(a)
		return
	}
	if b.grows() {
		b.againstFunding(a)
		b.withoutControl(a)
		return
	}
	b.reportUnplanned()
	b.reportPlanLedgers()
	b.reportPlanSigns()
	b.reportCentres()
	b.reportAccounts()
	b.reportImplausible(a)
}
