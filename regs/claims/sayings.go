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
	{entry{class: isPlain}, `look|looks|looking|looked after people|patients|residents; whom|that a|the? practice|practices|gp|gps had|have|has? referred; in pounds; in round figures|numbers|terms; taken|looked at as a whole; both times; to the value of; of their number; devoted|given|directed over? to; in all cases; set beside|next to one another`},
	{entry{class: isPlain}, `users; drawing; draw; reliably; somebody; someone`},
	{entry{class: isMove, n: -1}, `another|a cut`},
	// Figures of another kind of year than the indicator's.
	{entry{class: isMood, word: "historic"}, `by financial year|years; on a financial year basis; on a financial-year basis; financial-year basis; by|for financial rather than calendar year|years`},
	// What somebody does by a year's end.
	{entry{class: isPeriod}, `the year of this|the report; this report's year; the year under report|review; the year being reported; the year that this report covers|describes; when the year closed|ended; by the time the year closed|ended; at|by the close of the year`},
	{entry{class: isPeriod, year: 1}, `when the year began|opened|started; at the opening|beginning|start of the year; the year before this one`},
}
