package claims

import (
	"apr/internal/lazyregexp"
	"apr/regs/claims/facts"
)

// This file says when a claim may be of more, or of less, than the data have: of each of several
// things, of all that a partner does, of the share of an amount.

var (
	// ofEach are words by which a count is that of each of several.
	ofEach = lazyregexp.Lazy(`(?i)\b(?:each|every|apiece|respectively)\b|\b(?:from|at|in|of|for) both\b|\b(?:per|an?) (?:inspection|visit|service|locality|report|team|home)\b`)
	// partnersWhole are words by which a partner's figure is that of all that it does, and not of
	// what it does for the authority.
	partnersWhole = lazyregexp.Lazy(`(?i)\b(?:all (?:of )?(?:its|their|the council's|the health board's|the board's) (?:other )?(?:services|functions|budgets|directorates|areas)|as a whole|(?:council|board|organisation|area|region)-wide|(?:aren't|are not|isn't|is not|not) ours|(?:its|their) (?:own|wider|overall|whole|entire) (?:accounts?|budgets?|books|services|position|finances|statements)|beyond (?:the|this|our) (?:partnership|board|authority)|across the (?:council|health board))\b`)
	// shares are words of a part of a whole.
	shares = lazyregexp.Lazy(`(?i)\b(?:share|proportion|slice|portion|percentage|per cent|part) ?(?:of|was|is|has|had|went|fell|rose|dropped|grew|came|stands|stood|dipped|climbed|slipped)\b`)
)

// ofEachOne reports whether a count may be that of each of several things.
func (c *clause) ofEachOne(t told) bool {
	return t.thing.Kind == facts.Count && ofEach().Match(c.plain[c.statement.start:c.statement.end])
}

// ofPartnersWhole reports whether what is said of a partner may be of all that it does.
func (c *clause) ofPartnersWhole(t told) bool {
	return t.thing.Group == "partner" && partnersWhole().Match(c.plain[c.statement.start:c.statement.end])
}

// ofShare reports whether what was read as the change of an amount may be that of its share.
func (c *clause) ofShare(t told, q *placed) bool {
	_, end := c.words()
	return t.thing.Kind == facts.Money && t.claim.Measure == saysChange && q != nil && q.q.Unit == facts.Percent && shares().Match(c.plain[c.start:end])
}
