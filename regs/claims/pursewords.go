package claims

// pursePhrases are phrases of what is said of money and of what was asked for, in the form of phrases.
var pursePhrases = []struct {
	entry
	list string
}{
	{entry{class: isStatus, face: open}, `still|yet to be completed|met|done|implemented|delivered|finished|closed|achieved|fulfilled|actioned; remain|remains|remaining to be completed|met|done|implemented|delivered|finished|closed|achieved|fulfilled|actioned`},
}
