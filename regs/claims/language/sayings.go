package language

import "apr/regs/claims/facts"

// sayings are further phrases of chief and finance officers, in the form of phrases.
var sayings = []struct {
	Entry
	list string
}{
	{Entry{Class: IsRole, Role: "since"}, `from|on its|their|the peak|low|high|lowest|highest|worst|best point|level? of|in`},
	{Entry{Class: IsStable}, `not|hasn't|haven't|hadn't|didn't|hardly|barely|scarcely budged|shifted|stirred; budged hardly|barely|little`},
	{Entry{Class: IsBase, Face: facts.FaceOfSpend}, `of everything|all that was spent; of everything|all that|which? we|it|the board spent`},
	{Entry{Class: IsBase, Face: facts.FaceShare}, `of what|all|everything that? was paid to the? board|partnership|us|it or set aside for? us|it?; of the? money|amount|sum|sums|resources|funds that|which was|were paid to the? board|partnership|us|it or set aside for? us|it?;
		of what|all|everything that? our|the|its partners paid over? or set aside for? us|it?; of what|all|everything that? our|the|its partners paid to us|it or set aside for? us|it?`},
	{Entry{Class: IsFace, Face: facts.FaceSpend}, `spent on our|its behalf; spent on the board's behalf; spent on behalf of the? board|us; spent for us|it; spent for the board`},
	// All who live in the area.
	{Entry{Class: IsPlain, Word: "served"}, `that|which|whom we|it serve|serves|served; that|which|whom the board|partnership serves|served`},
	// Of people that a service has seen, and care that somebody has had.
	{Entry{Class: IsPlain}, `look|looks|looking|looked after people|patients|residents; whom a|the? practice|practices|gp|gps|doctor|doctors had|have|has? referred?; in pounds; in round figures|numbers|terms; taken|looked at as a whole; both times; to the value of; of their number; devoted|given|directed over? to; in all cases; set beside|next to one another`},
	{Entry{Class: IsPlain}, `held|holds|holding up at; one's; at large; for the most part; where one's`},
	{Entry{Class: IsPlain}, `users; already; drawing; draw; reliably; somebody; someone`},
	{Entry{Class: IsMove, N: -1}, `another|a cut`},
	{Entry{Class: IsMove, N: 1, Judge: true, Adj: true}, `better ones|one|grades|results`},
	{Entry{Class: IsMove, N: -1, Judge: true, Adj: true}, `worse ones|one|grades|results`},
	{Entry{Class: IsMove, N: 1, Adj: true}, `higher|larger|longer ones|one`},
	{Entry{Class: IsMove, N: -1, Adj: true}, `lower|smaller|shorter ones|one`},
	{Entry{Class: IsBeside, N: -1, Judge: true}, `trail; trailed; trailing; lag behind`},
	{Entry{Class: IsExtreme, N: 1}, `dearest; costliest; most expensive|costly`},
	{Entry{Class: IsExtreme, N: -1}, `cheapest; least expensive|costly`},
	{Entry{Class: IsFace, Face: facts.FaceVariance, N: 1}, `gave|give|gives|giving|handed|hands|handing back; under-spent`},
	{Entry{Class: IsFace, Face: facts.FaceVariance, N: -1}, `over-spent`},
	{Entry{Class: IsFace, Face: facts.FaceTarget, Word: "aimed"}, `that|which? the? board|partnership|authority looks|looked|look|asks|asked for; that|which? the? board|partnership|authority allows|allowed|tolerates|tolerated; that|which? we|it look|looks|looked|ask|asks|asked for; that is|was wanted; that is|was looked|asked for`},
	{Entry{Class: IsMood, Word: "target"}, `had|has|have|having|was|were to find|save|make|deliver|achieve|reach|meet|cut|gain|raise`},
	{Entry{Class: IsFace, Face: facts.FaceTarget}, `measured|judged|set|held against|to a|the|our standard|goal|yardstick of`},
	// Of a part of what was to be saved or gained; see required.
	{Entry{Class: IsFace, Face: facts.FaceTarget, Word: "required"}, `what? the? budget|board|plan|programme had? required|needed|demanded|called for?; what was|is|were required|needed|called for?; what had been required|needed|called for?`},
	{Entry{Class: IsFace, Face: facts.FacePlan}, `what? the? annual? financial? statement had? allowed|provided|budgeted for?`},
	{Entry{Class: IsFace, Face: facts.FaceVariance, N: -1}, `more than what? had been allowed|allotted|provided for?; more than what? was allowed|allotted|provided for?`},
	{Entry{Class: IsFace, Face: facts.FaceVariance, N: 1}, `less than what? had been allowed|allotted|provided for?; less than what? was allowed|allotted|provided for?`},
	{Entry{Class: IsFace, Face: facts.FaceTarget}, `limit of; limit set by us|the? board?`},
	// The budget, and the target, by who set it.
	{Entry{Class: IsPlain}, `that|which? we|it|the? board|partnership|council? had|have|has? agreed|settled with|for it|them|us; with which it|they|we had? began|begun|started|opened; that it|they|we had? began|begun|started with`},
	{Entry{Class: IsFace, Face: facts.FaceTarget, Word: "aimed"}, `that|which was|were asked|required|expected of it|them|us; for which we|it|the? board|partnership? had? hoped|aimed; that|which? we|it|the? board had hoped for; that|which? we|it|the? board|partnership? are|were|is|was|been hoping for; that|which we|it|the? board|partnership? had|have|has? set`},
	// Figures of another kind of year than the indicator's.
	{Entry{Class: IsMood, Word: "historic"}, `by financial year|years; on a financial year basis; on a financial-year basis; financial-year basis; by|for financial rather than calendar year|years`},
	// What the board was told of its own figures, and frames of the year.
	{Entry{Class: IsBreak, Word: "frame"}, `the? board|committee|members|councillors|meeting|partners was|were|has|have told|advised|informed|assured that; the? board|committee|members|councillors|meeting|partners was|were|has|have been told|advised|informed|assured that; the? board|committee|members|councillors|meeting|partners heard|hears|learned|learnt|noted that; officers|managers reported|report|advised|advise|noted|confirmed that; the? chief officer|accountant reported|reports|advised|noted|confirmed|told that; the? chief finance|financial officer reported|reports|advised|noted|confirmed that; it was reported|noted|recorded by|to the board|committee|meeting that; members|councillors were|was shown that`},
	{Entry{Class: IsPeriod}, `in|for|over|during|across the year under review|report; in|over|during the year just gone|ended|finished|closed; the year just gone|ended|finished|closed; in|over|during the year that has just ended|closed; in the most recent year; in the latest year; at year's end; at|by the? year's end|close; when the books closed|were closed`},
	{Entry{Class: IsPlain}, `as things stand; as regards; as far as; so far as; is|are concerned; on the subject|matter|question of; as it turned|turns out; by common consent; when all is said and done; in the event; the bill; in people's hands`},
	{Entry{Class: IsPlain}, `somewhere|anywhere other than in? a? hospital|hospitals; other than in? a? hospital|hospitals; tell us that?; a total of; they|we|it managed`},
	{Entry{Class: IsTimes, N: 2, Word: "as much"}, `double what`},
	{Entry{Class: IsArea, Area: facts.Scotland}, `the country's; the nation's`},
	// What is done with money.
	{Entry{Class: IsPlain}, `got|gets|getting|went|goes|ran|runs|run|worked|passed|passes through; ate|eats|eaten|eating|swallowed|soaked|gobbled up; benefited|benefits from; was|were given; had|has|have spent on it|them|us|its|their; dined on; made do with; spent on them`},
	// What somebody does by a year's end.
	{Entry{Class: IsPeriod}, `the year of this|the report; this report's year; the year under report|review; the year being reported; the year that this report covers|describes; when the year closed|ended; by the time the year closed|ended; at|by the close of the year`},
	{Entry{Class: IsPeriod, Year: 1}, `when the year began|opened|started; at the opening|beginning|start of the year; the year before this one`},
}
