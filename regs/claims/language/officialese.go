package language

import (
	"bytes"
	"slices"
	"strings"

	"apr/regs/claims/facts"
)

// officialese are phrases of committee papers and of finance returns, in the form of phrases.
var officialese = []struct {
	Entry
	list string
}{
	{Entry{Class: IsPlain}, `representing|constituting|equating to? a|an|the; thereby; on offer; relates|related|relating to; finishing; under the same heading; subject to audit|the completion|conclusion of? the? external? audit?; taken from the annual? staff? survey`},
	{Entry{Class: IsPlain}, `on the council|health|nhs side; of the|our two partners; when inspectors|they last? looked|called|visited|came; produced; generated; of? all|everything that; everything; the? work of`},
	{Entry{Class: IsBreak, Word: "but"}, `and the remainder|rest|balance in|with|from|to|on`},
	{Entry{Class: IsBase, Face: facts.FaceOfSpend}, `of our|its|the money|resources|funds; of resources|funding|funds spent|used|expended?`},
	{Entry{Class: IsExtreme, N: 1}, `highest|high point|mark; high-water mark`},
	{Entry{Class: IsExtreme, N: -1}, `lowest|low point|mark; low-water mark`},
	{Entry{Class: IsPlain}, `giving|gave|give|gives a|an positive|good|favourable|excellent answer|answers|verdict|reply|replies|rating|response|account; of it|which|that|this going|gone|went to|on|into; earned|earns|got|gets|won|drew|had a|an positive|favourable|good verdict|response from`},
	{Entry{Class: IsPlain}, `is|was|remains|are|were a? matter|cause|source of? concern|pride|regret|satisfaction for|to the? board|committee|members|partnership|ijb|us; that|which the? teams|staff|board|members|partnership|we|us can|may|should be proud|pleased of|with; that|which the? committee|board|members will|may|should want|wish to note|see; a|one|another|the further|other|additional pressure|pressures`},
	{Entry{Class: IsPlain}, `we're; they'd|we'd|who'd been|felt|had|got|found|seen; they've|we've|who've`},
	{Entry{Class: IsPlain}, `colleagues|officers|managers|teams delivered|made|found|achieved|realised|secured|banked; posts that stood|stand|lay|were empty|vacant in; vacancies|vacant|unfilled|empty posts? in|among left|leave|leaves`},
	{Entry{Class: IsFace, Face: facts.FaceVariance, N: -1}, `adverse|unfavourable variance|variances|variation; over|above|beyond|past the planned|budgeted|approved|agreed sum|amount|level|figure`},
	{Entry{Class: IsFace, Face: facts.FaceVariance, N: 1}, `favourable variance|variances|variation; within|inside the planned|budgeted|approved|agreed sum|amount|level|figure; contained|held|kept within the? budget|plan|allocation; delivered|managed|contained|held|kept|provided within the? available|agreed|approved|allocated|planned budget|budgets|allocation|resources|funding; within the available budget|budgets|resources|funding`},
	{Entry{Class: IsFace, Face: facts.FacePlan}, `the? sum|amount|figure budgeted|planned|approved|allowed|agreed for? it?; its|our|their annual financial statement; the|an|its allocation of; the allocation`},
	{Entry{Class: IsUnknown}, `the region as? a? whole?; region-wide; regionally`},
	{Entry{Class: IsMood, Word: "historic"}, `had been reported|forecast|projected|predicted|signalled|recorded to; in the early|first|opening months|weeks of the year; early in the year; in|at|by|to month|period|quarter #; at the half-year|halfway|midway|midyear point|stage?; part-way through the year`},
	{Entry{Class: IsPeriod, Year: 1}, `in|during|for|over the previous|preceding|prior|last reporting|performance period|year|cycle; the? previous|preceding|prior reporting|performance period|year|cycle; from the previous|preceding|prior reporting|performance period|year|cycle`},
	{Entry{Class: IsPlain}, `said it was|is|did|does; said that? they did|do|were|had|have; said|say|answered yes; answered|answer|replied|reply|responded|respond yes|positively|favourably; gave|give a positive|favourable answer|reply|response; from the|our partners`},
	{Entry{Class: IsPeriod, Year: 2, Word: "year before last"}, `the? last year but one; the year before last`},
	{Entry{Class: IsFace, Face: facts.FacePerHead}, `a head`},
	{Entry{Class: IsExtreme, N: -1, Judge: true}, `slowest`},
	{Entry{Class: IsExtreme, N: 1, Judge: true}, `quickest; fastest; swiftest; promptest`},
	{Entry{Class: IsBase, Face: facts.FaceShare}, `of what|all|everything that? was paid to us|it or set aside for? us|it?; of the? money|amount|sum|sums|resources paid to us|it or set aside for? us|it?; of the? money|amount|sum|sums|resources paid to the board or set aside for it; of what the? partners paid us|it? or set aside?; in proportion to the money; of every|each pound that came our way|in|to us; of every|each pound we had|got|received|were given`},
	{Entry{Class: IsHedge, Hedge: facts.Over}, `passed; topped; crossed; broke through`},
	{Entry{Class: IsPlain}, `by locality|partner|service|matter the money|spending went|was divided? as follows; as follows`},
	{Entry{Class: IsMet, N: -1}, `continues|continue|continued|continuing to fall|come|be well|just|far|narrowly? short of; continues|continue|continued|continuing to miss`},
	{Entry{Class: IsTimes, N: 2, Word: "as much"}, `twice|double the one|sum|figure|total that|which? we|it|us? had? reported|recorded|posted|declared|returned?; twice|double what we|it|the board had? reported|recorded|posted|declared|returned`},
	{Entry{Class: IsTimes, N: 3, Word: "as much"}, `treble|triple|thrice the one|sum|figure|total that|which? we|it|us? had? reported|recorded|posted|declared|returned?`},
	{Entry{Class: IsMove, N: -1}, `have|has|had|we|they cut|pared|pruned; brought|driven|pushed down the? number|rate|total`},
	{Entry{Class: IsMove, N: 1, Adj: true}, `likelier`},
	{Entry{Class: IsFace, Face: facts.FaceTarget, Word: "aimed"}, `that|which? we|it set|sets out to make|do|achieve|deliver|write|draw up?; that|which? we|it|the? board|partnership? allow|allows|allowed|permit|permits|permitted|tolerate|tolerates|tolerated ourselves|itself|us?`},
	{Entry{Class: IsFace, Face: facts.FaceTarget, Word: "required"}, `what a|the balanced? budget|books had? needed|required|demanded|called for?; that|which was|were required in? order? to balance the? budget|books; that|which was|were needed|required in? order? to balance the? budget|books; needed|required to balance the budget|books`},
}

// whoReplied reports whether the comma at token k ends no more than that people answered: "Of the
// carers who replied, 42.2% felt supported".
func whoReplied(ts []Token, k int) bool {
	return k > 1 && ts[k-2].Text == "who" && slices.Contains([]string{"replied", "responded", "answered"}, ts[k-1].Text)
}

// ofPoints reports whether what is behind a number says that it has so many points, which aren't
// percentage points: "a 14-point plan".
func ofPoints(rest string) bool {
	behind := strings.TrimPrefix(rest, "-point")
	return slices.ContainsFunc([]string{" plan", " scale", " list", " agend", " prog", " check", " pled", " chart"}, func(w string) bool { return strings.HasPrefix(behind, w) })
}

// hadBehind reports whether the word behind "we'd" says that it is "we had", and not "we would".
func hadBehind(b []byte) bool {
	b = bytes.TrimLeft(b, " ")
	n := 0
	for n < len(b) && b[n] >= 'a' && b[n] <= 'z' {
		n++
	}
	switch w := string(b[:n]); w {
	case "set", "made", "spent", "paid", "got", "given", "had", "been", "seen", "put", "felt", "found":
		return true
	case "need", "feed":
		return false
	default:
		return strings.HasSuffix(w, "ed")
	}
}
