package claims

// sayings are further phrases of chief and finance officers, in the form of phrases.
var sayings = []struct {
	entry
	list string
}{
	{entry{class: isRole, role: "since"}, `from|on its|their|the peak|low|high|lowest|highest|worst|best point|level? of|in`},
	{entry{class: isStable}, `not|hasn't|haven't|hadn't|didn't|hardly|barely|scarcely budged|shifted|stirred; budged hardly|barely|little`},
	{entry{class: isBase, face: ofSpend}, `of everything|all that was spent; of everything|all that|which? we|it|the board spent`},
	// Of people that a service has seen, and care that somebody has had.
	{entry{class: isPlain}, `look|looks|looking|looked after people|patients|residents; whom a|the? practice|practices|gp|gps|doctor|doctors had|have|has? referred?; in pounds; in round figures|numbers|terms; taken|looked at as a whole; both times; to the value of; of their number; devoted|given|directed over? to; in all cases; set beside|next to one another`},
	{entry{class: isPlain}, `held|holds|holding up at; one's; at large; for the most part; where one's`},
	{entry{class: isPlain}, `users; already; drawing; draw; reliably; somebody; someone`},
	{entry{class: isMove, n: -1}, `another|a cut`},
	{entry{class: isMove, n: 1, judge: true, adj: true}, `better ones|one|grades|results`},
	{entry{class: isMove, n: -1, judge: true, adj: true}, `worse ones|one|grades|results`},
	{entry{class: isMove, n: 1, adj: true}, `higher|larger|longer ones|one`},
	{entry{class: isMove, n: -1, adj: true}, `lower|smaller|shorter ones|one`},
	{entry{class: isBeside, n: -1, judge: true}, `trail; trailed; trailing; lag behind`},
	{entry{class: isExtreme, n: 1}, `dearest; costliest; most expensive|costly`},
	{entry{class: isExtreme, n: -1}, `cheapest; least expensive|costly`},
	{entry{class: isFace, face: variance, n: 1}, `gave|give|gives|giving|handed|hands|handing back; under-spent`},
	{entry{class: isFace, face: variance, n: -1}, `over-spent`},
	{entry{class: isFace, face: target, word: "aimed"}, `that|which? the? board|partnership|authority looks|looked|look|asks|asked for; that|which? the? board|partnership|authority allows|allowed|tolerates|tolerated; that|which? we|it look|looks|looked|ask|asks|asked for; that is|was wanted; that is|was looked|asked for`},
	{entry{class: isMood, word: "target"}, `had|has|have|having|was|were to find|save|make|deliver|achieve|reach|meet|cut|gain|raise`},
	{entry{class: isFace, face: target}, `measured|judged|set|held against|to a|the|our standard|goal|yardstick of`},
	// Of a part of what was to be saved or gained; see required.
	{entry{class: isFace, face: target, word: "required"}, `what? the? budget|board|plan|programme had? required|needed|demanded|called for?; what was|is|were required|needed|called for?; what had been required|needed|called for?`},
	{entry{class: isFace, face: plan}, `what? the? annual? financial? statement had? allowed|provided|budgeted for?`},
	{entry{class: isFace, face: variance, n: -1}, `more than what? had been allowed|allotted|provided for?; more than what? was allowed|allotted|provided for?`},
	{entry{class: isFace, face: variance, n: 1}, `less than what? had been allowed|allotted|provided for?; less than what? was allowed|allotted|provided for?`},
	{entry{class: isFace, face: target}, `limit of; limit set by us|the? board?`},
	// The budget, and the target, by who set it.
	{entry{class: isPlain}, `that|which? we|it|the? board|partnership|council? had|have|has? agreed|settled with|for it|them|us; with which it|they|we had? began|begun|started|opened; that it|they|we had? began|begun|started with`},
	{entry{class: isFace, face: target, word: "aimed"}, `that|which was|were asked|required|expected of it|them|us; for which we|it|the? board|partnership? had? hoped|aimed; that|which? we|it|the? board had hoped for; that|which we|it|the? board|partnership? had|have|has? set`},
	// Figures of another kind of year than the indicator's.
	{entry{class: isMood, word: "historic"}, `by financial year|years; on a financial year basis; on a financial-year basis; financial-year basis; by|for financial rather than calendar year|years`},
	// What the board was told of its own figures, and frames of the year.
	{entry{class: isBreak, word: "frame"}, `the? board|committee|members|councillors|meeting|partners was|were|has|have told|advised|informed|assured that; the? board|committee|members|councillors|meeting|partners was|were|has|have been told|advised|informed|assured that; the? board|committee|members|councillors|meeting|partners heard|hears|learned|learnt|noted that; officers|managers reported|report|advised|advise|noted|confirmed that; the? chief officer|accountant reported|reports|advised|noted|confirmed|told that; the? chief finance|financial officer reported|reports|advised|noted|confirmed that; it was reported|noted|recorded by|to the board|committee|meeting that; members|councillors were|was shown that`},
	{entry{class: isPeriod}, `in|for|over|during|across the year under review|report; in|over|during the year just gone|ended|finished|closed; the year just gone|ended|finished|closed; in|over|during the year that has just ended|closed; in the most recent year; in the latest year; at year's end; at|by the? year's end|close; when the books closed|were closed`},
	{entry{class: isPlain}, `as things stand; as regards; as far as; so far as; is|are concerned; on the subject|matter|question of; as it turned|turns out; by common consent; when all is said and done; in the event; the bill; in people's hands`},
	{entry{class: isPlain}, `somewhere|anywhere other than in? a? hospital|hospitals; other than in? a? hospital|hospitals; tell us that?; a total of; they|we|it managed`},
	{entry{class: isTimes, n: 2, word: "as much"}, `double what`},
	{entry{class: isArea, area: scotland}, `the country's; the nation's`},
	// What is done with money.
	{entry{class: isPlain}, `got|gets|getting|went|goes|ran|runs|run|worked|passed|passes through; ate|eats|eaten|eating|swallowed|soaked|gobbled up; benefited|benefits from; was|were given; had|has|have spent on it|them|us|its|their; dined on; made do with; spent on them`},
	// What somebody does by a year's end.
	{entry{class: isPeriod}, `the year of this|the report; this report's year; the year under report|review; the year being reported; the year that this report covers|describes; when the year closed|ended; by the time the year closed|ended; at|by the close of the year`},
	{entry{class: isPeriod, year: 1}, `when the year began|opened|started; at the opening|beginning|start of the year; the year before this one`},
}
