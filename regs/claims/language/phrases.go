package language

import "apr/regs/claims/facts"

// idioms are verbs with "up" or "down" that say of no figure which way it went, in the form
// of phrases. What adds up changes nothing; what is set up or followed up may narrow what
// the sentence says, so that it ends the reading.
var idioms = []struct {
	class Class
	list  string
}{
	{IsPlain, `add|adds|added|adding|sum|sums|summed|summing|tot|tots|totted|totting|total|totals|totalled|totalling|tally|tallied|counted|counting up; end|ends|ended|ending up`},
	{IsUnknown, `set|sets|setting|follow|follows|followed|following|pick|picks|picked|picking|take|takes|took|taken|taking|sign|signs|signed|signing|write|writes|wrote|written|writing|draw|draws|drew|drawn|drawing up;
		back|backs|backed|backing|catch|catches|caught|catching|clear|clears|cleared|clearing|tidy|tidied|tidying|join|joins|joined|joining|link|links|linked|linking|team|teams|teamed|teaming|line|lines|lined|lining up;
		split|splits|splitting|divide|divides|divided|dividing|share|shares|shared|sharing|carve|carved|free|frees|freed|freeing|hold|holds|held|holding|tie|ties|tied|tying|turn|turns|turned|turning|show|shows|showed|shown|look|looks|looked|looking up;
		bring|brings|brought|bringing|grew|grown|growing up in|by|with; make|makes|made|making up for; gear|geared|gearing|give|gives|gave|given|giving|wrap|wraps|wrapped|wrapping|weigh|weighed|weighing|stand|stands|stood|standing|keep|keeps|kept|keeping|speak|speaks|spoke|meet|meets|met|meeting up;
		declined|declines|declining it|them|one|help|support|an|any|the|treatment; build|builds|built|building|top|tops|topped|topping|prop|props|propped|propping|scale|scales|scaled|scaling|step|steps|stepped|stepping|speed|speeds|speeded|sped|speeding|wind|winds|wound|winding|open|opens|opening|put|puts|putting up; up and running; up front; up-front; up to scratch|speed|standard; joined-up; follow-up|follow-ups; take-up; back-up; set-up; make-up; grown-up;
		break|breaks|broke|broken|breaking|write|writes|wrote|written|writing|lay|lays|laid|laying|note|notes|noted|noting|pass|passes|passed|passing|hand|hands|handed|handing|shut|shuts|shutting|stand|stands|stood|standing|turn|turns|turned|turning|wind|winds|wound|winding|put|puts|putting down; set|sets|setting|take|takes|took|taken|taking|scale|scaled|scaling|step|stepped|stepping|slow|slows|slowed|slowing|settle|settles|settled|settling|calm|calmed|sit|sits|sat|sitting|lie|lies|mark|marked|track|tracked down; closed|closing|close|closes down; down to earth`},
}

// addIdioms adds them to the language of reports.
func (t *Trie) addIdioms() {
	for _, i := range idioms {
		t.addAll(i.list, Entry{Class: i.class})
	}
}

// marginPhrases are what is said of that; n is 1 where the change is beyond the margin of error, -1 where it isn't.
var marginPhrases = []struct {
	Entry
	list string
}{
	{Entry{Class: IsPlain, Word: "margin", N: -1}, `well|just|still|comfortably? within|inside the|its|their|our|that|a survey's? margin|margins of error; no more|greater|larger|bigger|wider than the|its|their survey's? margin|margins of error; smaller|less than the|its|their survey's? margin|margins of error;
		the margin|margins of error could|can|would|may|might just|easily|well? account for|explain; no more than the margin of error could|can account for|explain; too small|slight to be sure|certain of?; too small|slight to be clear|significant; not statistically significant; could|may|might be due|down to? chance; could|may|might be chance`},
	{Entry{Class: IsPlain, Word: "margin", N: 1}, `well|just|clearly? outside|beyond the|its|their|our|any survey's? margin|margins of error; greater|larger|bigger|wider|more than the|its|their survey's? margin|margins of error; exceeds|exceed|exceeded the|its|their survey's? margin|margins of error;
		more than the margin of error could|can account for|explain; too large|big|great to be due|down to? chance; too large|big|great to be chance`},
	{Entry{Class: IsPlain}, `a step; a small|large|big|slight|modest step`},
}

// moneyPhrases are phrases of what is said of money and of what was asked for, in the form of phrases.
var moneyPhrases = []struct {
	Entry
	list string
}{
	{Entry{Class: IsBreak, Word: "but"}, `and the remainder|rest|balance through|via|by`},
	{Entry{Class: IsFace, Face: facts.FaceVariance, N: 1}, `fell|falls|fall short of budget|plan`},
	{Entry{Class: IsPlain}, `on our|its behalf; on the board's behalf; on behalf of the? board|us`},
	{Entry{Class: IsBase, Face: facts.FaceShare}, `of the? available funding|money|resources|budget; of the? funding|money|resources we|it had`},
	{Entry{Class: IsBase, Face: facts.FaceOfSpend}, `of the? money|sum|amount that|which? we|it spent; of the? money|sum|amount that|which? the? board|partnership spent; of the? money|sum|amount that was spent; of our spend; of all|everything that? we|it spent; of what the? board|partnership spent`},
	{Entry{Class: IsMove, N: 1, Judge: true}, `gain|gains|gained|gaining ground`},
	{Entry{Class: IsMove, N: -1, Judge: true}, `lose|loses|lost|losing|yield|yields|yielded ground`},
	{Entry{Class: IsStatus, Face: facts.FaceOpen}, `still|yet to be completed|met|done|implemented|delivered|finished|closed|achieved|fulfilled|actioned|discharged|concluded; still|yet to be carried out; still|yet to be acted on|upon; still|yet to be put into|in practice|effect|place; remain|remains to be carried out; remain|remains to be acted on|upon; remain|remains|remaining to be completed|met|done|implemented|delivered|finished|closed|achieved|fulfilled|actioned`},
}

// obliquePhrases are such words, in the form of phrases.
var obliquePhrases = []struct {
	Entry
	list string
}{
	// Those with whom we are compared.
	{Entry{Class: IsArea, Area: facts.Family}, `our|the|its two|three|four|five|six|seven? comparators|peers; our|the|its fellow|neighbouring? comparators; comparators; comparators'; areas|partnerships|authorities most|more like us|ours; the? areas|partnerships most similar|alike to us|ours; the? average|mean|figure|rate of|for|across|among our|the|its two|three|four|five|six|seven? comparators|peers`},
	{Entry{Class: IsPlain}, `we are|were ranked|compared|listed|measured with|against|among|beside; we|it are|is|were|was set beside|against; that|which we are|were ranked|compared|listed|measured with|against|among|beside`},
	{Entry{Class: IsPlain}, `can|may|might be proud|pleased|satisfied|content with|of?`},
	// What was aimed for, and about how much something is.
	{Entry{Class: IsFace, Face: facts.FaceTarget}, `a|the? ceiling|cap of; a|the? upper limit of`},
	{Entry{Class: IsPlain}, `that|which the? plan|board|partnership|council|strategy has? sets|set; that|which we|it have|has? sets|set`},
	{Entry{Class: IsUnknown}, `nearer; closer to`},
	{Entry{Class: IsHedge, Hedge: facts.About}, `nearer to?; closer to`},
	{Entry{Class: IsArea, Area: facts.Scotland}, `scotland as a whole; the country over; up and down the country`},
	{Entry{Class: IsPlain}, `the plan|board|partnership set|sets|sought|seeks out? to reduce|cut|lower|bring|shorten|raise|increase|improve down?; we|it set|sought out? to reduce|cut|lower|bring|shorten|raise|increase|improve down?`},
}

// outdonePhrases are further words of that.
var outdonePhrases = []struct {
	Entry
	list string
}{
	{Entry{Class: IsBeside, N: 1, Judge: true}, `outscored; outscores; outscore; outdid; outdoes`},
	{Entry{Class: IsNot}, `no one; no-one; none of the others`},
	{Entry{Class: IsUnknown, Word: "regained"}, `won|wins|win|winning back; regained; regains; regaining; clawed back`},
	{Entry{Class: IsPlain, Word: "no other"}, `no integration authority; no other integration authority; no area|partnership|authority|board in the country|land`},
	{Entry{Class: IsPlain, Word: "gap"}, `that|this|a gap|distance|difference; the difference|distance`},
}

// plainEnglish are such words, in the form of phrases.
var plainEnglish = []struct {
	Entry
	list string
}{
	{Entry{Class: IsPlain}, `in short|brief|sum|essence; in a word|nutshell; in plain|simple|other english|terms|words; put simply|plainly|briefly; simply put; put another way; locally`},
	{Entry{Class: IsPlain}, `it was|is? another year of; it was|is? a further year of`},
	{Entry{Class: IsPlain}, `told the|our survey that?`},
	{Entry{Class: IsPlain}, `leaving|giving|producing an|a|the overall|final?; resulting in an|a|the overall|final?; on|for|under this matter|heading`},
	{Entry{Class: IsArea, Area: facts.Own}, `both areas|localities taken? together|combined; the two areas|localities taken? together|combined; all three|four|five areas|localities taken? together|combined`},
	{Entry{Class: IsArea, Area: facts.Family}, `areas|partnerships|authorities that? we compare; areas|partnerships|authorities compared`},
	{Entry{Class: IsPlain}, `members|councillors|readers|the|board|committee|members? should|may|will|might|can|could|are? asked|invited|want|wish? to? note|notice|see|observe that; i|we must? regret|admit|confess|acknowledge that`},
	// Said of a half, or of the part before it; see asMuchAgain.
	{Entry{Class: IsUnknown, Word: "as much again"}, `half? as much|many|high|long|often|large|big|great again`},
}

// turnedPhrases are such words, in the form of phrases.
var turnedPhrases = []struct {
	Entry
	list string
}{
	{Entry{Class: IsMove, N: 1, Judge: true}, `in the right direction; travelling|travels|travelled in the right direction; the right way; a|the turn for the better; gain|gains|gained|gaining ground; better and better; on the mend; took|taken|take|takes|made|make a leap forward|forwards; for the better; took|taken|take|takes a? step|steps forward|forwards`},
	{Entry{Class: IsMove, N: -1, Judge: true}, `in the wrong direction; travelling|travels|travelled in the wrong direction; the wrong way; a|the turn for the worse; lose|loses|lost|losing ground; worse and worse; for the worse; go|goes|went|gone|going|slip|slips|slipped|slipping|slid|sliding|fall|fell|fallen|falling backwards|backward; downhill; took|taken|take|takes a? step|steps back|backward|backwards`},
	// Of what is better the higher it is: what else rallies has got worse.
	{Entry{Class: IsMove, N: 1, Word: "of good"}, `bounced|bounces|bouncing|sprung|sprang back; rallied; perked up; on the up`},
	{Entry{Class: IsMove, N: 1}, `creeping|edging|inching|climbing|drifting|going|coming|moving back up; more and more often; surging; surges; soars; on the rise|increase; on the way up; on its|their way up; more and more; higher and higher; longer and longer; larger and larger; head|heads|headed|heading up|upwards|upward; on an|the upward|upwards|rising path|trend|course|trajectory`},
	{Entry{Class: IsMove, N: -1}, `creeping|edging|inching|climbing|drifting|going|coming|moving back down; less and less often; slumped; slumps; slumping; sinking; sinks; slides; collapsed; nosedived; on the wane|decline; on the way down; on its|their way down; fewer and fewer; less and less; lower and lower; shorter and shorter; smaller and smaller; rarer and rarer; fell|fall|falls|fallen|falling away; head|heads|headed|heading down|downwards|downward; on a|the downward|downwards|falling path|trend|course|trajectory`},
	{Entry{Class: IsMove, N: 1, Adj: true}, `likelier; busier; in greater|larger|higher|bigger numbers; greater|larger|bigger|higher numbers of?; more frequently`},
	{Entry{Class: IsMove, N: -1, Adj: true}, `quieter; in smaller|lower|fewer numbers; smaller|lower numbers of?; less frequently`},
	{Entry{Class: IsMove, N: -1, Judge: true, Adj: true}, `less well; not so well; less good; less favourable`},
	{Entry{Class: IsMove, N: 1, Judge: true, Adj: true}, `less bad`},
	// On which side of another place's figure, or of the target.
	{Entry{Class: IsBeside, N: 1, Judge: true}, `on the right|good|better side of; betters; outdoes|outdid|outdo|outdone|outdoing; compare|compares|compared|comparing well|favourably|better with|to; compare|compares|compared more favourably with|to; have|has|had the edge over|on`},
	{Entry{Class: IsBeside, N: -1, Judge: true}, `on the wrong|bad|worse side of; compare|compares|compared|comparing badly|poorly|unfavourably|worse with|to; compare|compares|compared less well|favourably with|to; compare|compares|compared not so well with|to; lags behind`},
	{Entry{Class: IsArea, Area: facts.Scotland}, `the? national|scottish line|norm|benchmark; carers|adults|people|patients|residents|services|partnerships nationally; carers|adults|people|patients|residents elsewhere in scotland; scotland at large`},
	{Entry{Class: IsRole, Role: "since"}, `than at the end|close of; than by the end of; than there were|was; than there had been; since its|their|the peak|low|high|lowest|highest|worst|best point|level? of|in`},
	{Entry{Class: IsPeriod, Year: 1}, `it|they began|started it; it|they began|started the year with?`},
	{Entry{Class: IsBeside, N: -1}, `back below|under`},
	{Entry{Class: IsBeside, N: 1}, `back above|over`},
	{Entry{Class: IsExtreme, N: -1}, `as low|few|short|small as it|they has|have ever? been; as low|few|short as at any time|point`},
	{Entry{Class: IsExtreme, N: 1}, `as high|many|long|large as it|they has|have ever? been; as high|many|long as at any time|point`},
	{Entry{Class: IsArea, Area: facts.Family}, `our|the|its small? group of similar? areas|partnerships|authorities; our|the|its comparator|comparison|peer|benchmarking|family areas|partnerships|authorities|group; those|the areas|ones with|to which we are|were compared; areas|partnerships|authorities with|to which we|it are|is|compare|compares compared|ourselves|itself; areas|partnerships with|to which we compare ourselves`},
	{Entry{Class: IsPlain}, `fare; generally speaking; by and large; on balance; from year to year; bang; close|closes|closed|closing the books; crept; edged; inched; nosed; with room|plenty|something to spare; that is to say; take|takes|took a good deal|little; heading; becoming`},
	// The lowest and the highest, and when that was.
	{Entry{Class: IsExtreme, N: -1, Word: "turning"}, `bottomed|bottoming|bottoms out?; hit|reached|touched|struck rock|the? bottom; hit|reached|touched its|their|a low|lowest|minimum|floor point?; low point`},
	{Entry{Class: IsExtreme, N: 1, Word: "turning"}, `topped|tops out; hit|reached|touched its|their|a peak|high|highest|maximum|ceiling|height point?; crested; high point`},
	{Entry{Class: IsExtreme, N: -1, Judge: true, Word: "turning"}, `hit|reached|touched its|their worst point?`},
	{Entry{Class: IsExtreme, N: 1, Judge: true, Word: "turning"}, `hit|reached|touched its|their best`},
	{Entry{Class: IsExtreme, N: 1, Word: "never"}, `reached|hit|set|hits|reaches a new high|record|peak`},
	{Entry{Class: IsExtreme, N: -1, Word: "never"}, `reached|hit|set|hits|reaches a new low`},
	{Entry{Class: IsHedge, Hedge: facts.Over}, `topped; surpassed`},
	{Entry{Class: IsBeside, N: 1}, `topped; surpassed`},
	{Entry{Class: IsNot, Word: "not once"}, `not|never once; at no time|point`},
	{Entry{Class: IsNot, Word: "not"}, `not yet`},
	{Entry{Class: IsPlain, Word: "no other"}, `nobody|no-one|nowhere else? in scotland|the does|did|do|has|had|have; nobody|no-one|nowhere else? in the country does|did|do|has|had|have; no other? partnership|area|authority|board|council in scotland; no other? partnership|area|authority|board|council in the country; nowhere else? does|did|do|has|had|have; nowhere else? in scotland|the country`},
	// What is left of the money, or isn't.
	{Entry{Class: IsFace, Face: facts.FaceVariance, N: 1}, `in the black|credit; with money left over?; with money in hand; with money to spare; money left over|unspent?; money to spare; money in hand; hand|hands|handed|handing|sent|returned money back; handed|gave|returned money back?; keep|keeps|kept|keeping|stick|stuck|held to its|their|the|our budget|budgets|plan|plans; came in under its|their|the|our budget|plan; less than we|they|it|the had? planned|budgeted|allowed for?; less than the board|partnership|authority had? planned|budgeted|allowed for?; stayed|stay|stays|kept|keep|keeps|remained inside|within its|their|the|our? budget|budgets|plan|plans|means|allocation`},
	{Entry{Class: IsFace, Face: facts.FaceVariance, N: -1}, `ran|run|runs|running over; go|goes|going over budget; go|goes|going over its|their|the|our budget|plan; ran|run|runs|running over its|their|the|our budget|budgets|plan|plans; more than we|they|it|the had? planned|budgeted|allowed for?; more than the board|partnership|authority had? planned|budgeted|allowed for?`},
}

// wantedPhrases are such words, in the form of phrases.
var wantedPhrases = []struct {
	Entry
	list string
}{
	{Entry{Class: IsFace, Face: facts.FaceTarget}, `the|our|its|a target|ceiling|limit allows|allowed|permits|permitted|asks|asked|calls|called|demands|demanded|requires|required|sets|provides for? of? us|them|it?; limit; our ceiling|limit;
		where|what we|they want|wanted it|them|this? to be; where|what we|they would like it|them|this? to be; where|what the board wants|wanted it|them|this? to be; where we|it|they ought to be; where we|it|they should|must be; where we|it|they need|needs to be; where it|they is|are|was|were meant|supposed to be;
		what we|they aimed|aim for|at; what the board aimed|aims for|at; what we|they had aimed for; what we|they had? set out to save|make|do|achieve|deliver|find|reach|see; what the board had? set out to save|make|do|achieve|deliver|find|reach|see; what was asked for|of? us|them|it?; what had been asked for|of? us|them|it?; what was|had been? expected|wanted of us|them|it|staff; 
		the|a|our limit that? we had? set|allow|allowed ourselves?; the|a|our limit that? the board had? set|allows|allowed itself?; what we promise|promised carers|people|patients?`},
	{Entry{Class: IsMet, N: 1, Word: "as wanted"}, `all that was asked|wanted|expected of it|them|us; everything that was asked of it|them|us; all it|they was|were asked|meant|supposed to`},
	{Entry{Class: IsMet, N: -1}, `yet to meet|reach|hit|achieve|see`},
	// Of a target where a figure, or a word that compares, is before them; see aimed.
	{Entry{Class: IsFace, Face: facts.FaceTarget, Word: "aimed"}, `we|they want it|them|this to be; that? we|they allow|allowed|permit|permitted|tolerate|tolerated ourselves|themselves?; that? the board allows|allowed|permits|permitted|tolerates|tolerated itself?; that|which we accept|promise|promised; that|which the board accepts|promised; that? we call|called acceptable;
		we|they had? set out to save|make|do|achieve|deliver|find|reach|write|see; the board had? set out to save|make|do|achieve|deliver|find|reach|write|see; we|they had? wanted|asked|aimed for|of|at? them|us|it?; we|they want|ask|aim for|of|at? them|us|it?; we want|wanted|aim|aimed to; the board had? wants|wanted|asks|asked|aims|aimed for|of|at? them|us|it?`},
}
