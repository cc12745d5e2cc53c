package finance

import "cmp"

// Limits say from when on an amount is reported as implausible, in percent. Zero is
// the default of each.
type Limits struct {
	// AlikeLines is which part of a ledger's lines must be in another for the two to
	// be the same: 90.
	AlikeLines int
	// FromFunding is how far spend may be from what was paid or set aside: 15.
	FromFunding int
	// FromPlan is how far the spend on a matter, a care group, a locality or by a
	// partner may be from its plan: 30.
	FromPlan int
	// FromLastYear is how far the spend on a matter, a care group, a locality or by a
	// partner may be from last year's: 60. That of the whole year may be half as far.
	FromLastYear int
}

// Alike is which part of the lines it takes, from 0 to 1.
func (l Limits) Alike() float64 { return float64(cmp.Or(l.AlikeLines, 90)) / 100 }

// Funding is how far spend may be from funding, as a part of it.
func (l Limits) Funding() float64 { return float64(cmp.Or(l.FromFunding, 15)) / 100 }

// Plan is how far spend may be from its plan, as a part of it.
func (l Limits) Plan() float64 { return float64(cmp.Or(l.FromPlan, 30)) / 100 }

// LastYear is how far spend may be from last year's, as a part of it.
func (l Limits) LastYear() float64 { return float64(cmp.Or(l.FromLastYear, 60)) / 100 }
