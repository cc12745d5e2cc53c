package regs

// LevelChange is a rule whose level isn't what it was, for pipelines that fail at a
// level.
type LevelChange struct {
	Rule string
	Was  Level
	// Why is the reason, a sentence.
	Why string
}

// LevelChanges are the rules whose level has changed, in order of the law. The
// catalogue has the level of today. A rule stays here: somebody may come from an
// old version.
func LevelChanges() []LevelChange {
	const (
		superseded = "Only the first edition of the guidance (2016), which the second has superseded, asks for it."
		considered = "The second edition of the guidance asks authorities to consider it (annex A, point 6); the first wanted it."
	)
	return []LevelChange{
		{"R3aii-local-feedback", Guidance, considered},
		{"R3aii-measure-data", Guidance, considered},
		{"R3c-priorities", Guidance, "The guidance on strategic plans says \"may wish\"."},
		{"R5-1-efficiencies", Guidance, superseded},
		{"R7-1a-date", Guidance, superseded},
		{"R7-1a-link", Guidance, superseded},
		{"R7-1b-link", Guidance, superseded},
		{"R42-4-online", Advice, "The second edition of the guidance, which is in force, says \"must\" (2.1); before only the consultation draft was quoted."},
	}
}
