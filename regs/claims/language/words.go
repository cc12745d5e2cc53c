package language

import (
	"slices"
	"strings"
	"sync"

	"apr/regs/claims/facts"
)

// Class is what a word or phrase does in a claim.
type Class uint8

const (
	IsUnknown  Class = iota // narrows the claim, or says something else
	IsPlain                 // changes nothing: articles, adverbs, "figure"
	IsMark                  // , ; : ( ) and dashes
	IsSubject               // a thing
	IsQuantity              // a figure
	IsPeriod                // a year, or "last year"
	IsArea                  // a place with figures
	IsMove                  // rose, fell: n is the way
	IsStable                // unchanged
	IsTimes                 // halved, doubled: n is the factor
	IsBeside                // above, below, in line with: n is the way
	IsThan                  // than
	IsVersus                // compared with, against
	IsExtreme               // highest, lowest: n is the way
	IsRank                  // ranked
	IsRow                   // in a row
	IsEach                  // in each of the last five years
	IsNot                   // negation
	IsMood                  // would, target, forecast
	IsBreak                 // but, while, and
	IsAside                 // because, despite: what follows isn't a claim
	IsFace                  // spent, budget, overspend
	IsBase                  // of the money paid or set aside
	IsStatus                // complete, in progress
	IsRole                  // by, to, from, of, since, in, between: what follows has that role
	IsHedge                 // about, nearly
	IsMiddle                // in the middle, top half
	IsLives                 // people live in
	IsMet                   // met the target: n is 1, missed -1
	IsTogether              // together, combined
	IsPace                  // faster, more slowly: how fast something changed beside another
)

// Classes is a set of them.
type Classes uint64

// Has reports whether a class is in the set.
func (all Classes) Has(c Class) bool { return all>>c&1 == 1 }

// Entry is what a phrase means.
type Entry struct {
	Class Class
	Hedge facts.Hedge
	Judge bool // n is better or worse, not up or down
	Adj   bool // a comparative: higher, more
	N     int
	Face  facts.Face
	Area  string
	Thing *facts.Thing
	Word  string
	Year  int // of a period: years before the reporting year
	Role  string
}

// Sign is which way a word of direction points for a thing: 1 is up or above. It is 0 of "better" where nothing says which
// way is better.
func (e *Entry) Sign(t *facts.Thing) int {
	if e.Judge {
		return e.N * t.Better
	}
	return e.N
}

// phrases of the language of reports. In a phrase a|b is either, a? may be left
// out, # is any number, @ any ordinal.
var phrases = []struct {
	Entry
	list string
}{
	{Entry{Class: IsPlain, Word: "31 march"}, `at? 31 march; as at 31 march; by|at|to the? end of? march; by|to march; by|on 31 march; by the end of march; in|for|over|during? the? year to|ending|ended 31? march; in|for|over|during? the? twelve|12 months to|ending 31? march`},
	{Entry{Class: IsPlain, Word: "no other"}, `nobody|no-one else? does|did|do; no one else? does|did; nobody|no-one else has|had; no other area|partnership|authority|board|council; no other integration|partnership authority|area; no area|partnership|authority|board`},
	// Parts of a year, and surveys that aren't the national one, narrow a claim.
	{Entry{Class: IsUnknown}, `single people|person|adult|adults|parents|parent|households|household; half again; in? the one before that?; in? the ones before; all the others; all others; the others together; all the rest; the? council|nhs|health board as a whole; whole council|board; across the whole of the? council|board|nhs; across all its areas; first|second|other half of the? year?; first|second half; half-year; half year; first|second|third|fourth|last|final quarter; first|last|past|next six|three|few|nine|two months; the year before that; the year after that?; the following year; own survey|count|figures|records|data; our own survey; local survey; staff survey; survey of our own; our local survey`},
	{Entry{Class: IsPlain, Word: "for years"}, `for years; for several|some|many|a few years; for a number of years; for years now`},
	{Entry{Class: IsPlain}, `at the same time; each|every quarter|month|week; in full; make|makes|made|making|take|takes|took|taken|taking up; on the same date|day|point; at the same point|date; on|from|against the position; belong|belongs|belonged to; went|goes|go|gone|passed|passes|flowed|flows through; who answered|replied|responded; who took part; all the same`},
	{Entry{Class: IsPlain}, `some|quite|long|little|good|fair way|distance|deal|margin|bit|lot; a? long|little|good|fair|great way|distance|deal|bit|lot|many; quite some way|distance|margin; by some|a|an considerable|wide|narrow|small|clear|comfortable|large|slim? way|distance|margin|stretch; a fraction|shade|touch|notch|whisker|hair; nowhere near as?`},
	{Entry{Class: IsPlain}, `my colleagues; the resulting|ensuing; helped|helps|improved|eased|worsened|strained|supported the position|result|outturn|budget|picture`},
	{Entry{Class: IsPlain}, `it is of concern that?; of concern that; by way of comparison|context|contrast|background; when|where it comes to; services|service managed|run|delivered|provided by; or? to be exact|precise; more exactly|precisely; all told; the bill for|on`},
	{Entry{Class: IsPlain, Word: "all but"}, `all but|except|bar`},
	{Entry{Class: IsPlain}, `chief finance|financial|executive officer?; chief officer; chief social work officer; section 95 officer; head|director of finance; for transparency|completeness|information|reference|clarity|context|openness|comparison; for the record; as a care|client group; was|were|is|are|as set|laid out|down; set|laid out in; sum|amount|figure|provision provided|set|allowed|agreed for|out|aside|down?; that|which had|has been set|agreed|approved for it|them; set|agreed|approved for it|them; related|relating|belonged to residents|people|patients|adults of|from|in; were|was of residents|people|patients|adults of|from|in; attention is|was drawn to the? fact? that?; would|will|should draw attention to; the position|picture|situation on|for|with`},
	{Entry{Class: IsPlain}, `of the|our establishment; in short|brief|summary|sum; to sum up; all in all; on balance`},
	{Entry{Class: IsMove, N: -1, Judge: true, Word: "worse"}, `yet to regain|recover|reach|match|get|return|equal|climb|come back? to? where we|it|they stood|was|were in|since; yet to return|get|come back? to the level of|in`},
	{Entry{Class: IsPlain}, `on this|that question|measure|indicator|score; for this|that question; returned|returning|returns an|a; because of them|it; as a result; thanks|owing|due to them; for this|that reason; not far behind`},
	{Entry{Class: IsMood, Word: "historic"}, `one|two|three|four|five|six|seven|eight|nine|ten|eleven months into the year; half-way|halfway through the year; half way through the year; at the half-year|mid-year point?; by mid-year`},
	{Entry{Class: IsMood, Word: "historic"}, `since the start|beginning|onset of the? pandemic|covid; since the pandemic; since covid`},
	// Moves.
	{Entry{Class: IsMove, N: 1}, `continued|continues|continuing to rise|increase|grow|climb; began|started to rise|increase|grow; rose; rise; rises; risen; rising; increase; increased; increases; increasing; grew; grow; grows; grown; growing; climbed; climb; climbing; climbs;
		jumped; went|gone|going|goes|go|moved|crept|edged|come|came|gone up|upwards; growth; upturn; uptick; upward; upwards; surged; soared; up; uplift; lengthened; lengthen; lengthening; drifted up; soaring; spiked; ballooned; creeping|creeps|creep|edging|edge|edges|inched|inching|drifting|drifts|nudged|nudging|ticked|ticking up|upwards|higher; climbed|crept|edged|inched|moved higher; leapt; leaped; swelled; swollen; swelling; mounted; mounting; shot|gone|built|crept|come|went back? up; rocketed; multiplied`},
	{Entry{Class: IsMove, N: -1}, `continued|continues|continuing to fall|drop|decrease|decline|reduce|shrink; began|started to fall|drop|decline|decrease; fell; fall; fallen; falling; drop; dropped; drops; dropping; decrease; decreased; decreases; decreasing; decline; declined; declines; declining;
		reduce; reduced; reduces; reducing; reduction; reductions; went|gone|going|goes|go|moved|crept|edged|come|came|brought|coming|driven down|downwards; down; shrank; shrunk; shrinking; eased; easing; downward; downwards; dipped; slipped; been|was|were|is cut; trimmed; shortened; shortening; shorten; drifted down;
		fell|fallen|dropped|slid|slipped|eased|sunk|sank|gone|went|come|came back down?; dwindled; dwindling; dwindle; dwindles; ebbed; abated; waned; waning; withered; lessened; lessening; diminished; diminishing; subsided; sunk; tailed off; dip; dips; dipping; slipping; slid; sliding; tumbled; plunged; plummeted; sank; receded; creeping|creeps|creep|edging|edge|edges|inched|inching|drifting|drifts|nudged|nudging|ticked|ticking down|downwards|lower; crept|edged|inched|moved lower`},
	{Entry{Class: IsMove, N: -1, Word: "gap"}, `narrowed; narrowing; narrows; narrow; narrower; closing; closed up`},
	{Entry{Class: IsMove, N: 1, Word: "gap"}, `widened; widening; widens; widen; wider; opened up; opened|opening out`},
	// What is left of a budget, behind an amount.
	{Entry{Class: IsPlain, Word: "in hand"}, `in hand; to spare; to the good; left over; in the black; unspent`},
	{Entry{Class: IsPlain}, `responsible|answerable|accountable for; answers|answered|answer|answering for; this|that|the line|heading`},
	{Entry{Class: IsPlain, Word: "gap"}, `gap|difference|distance between|with|to`},
	{Entry{Class: IsMove, N: 1, Judge: true}, `turned a|the corner; continued|continues|continuing to improve; began|started to improve; improve; improved; improves; improving; improvement; improvements; recovered; recovering; recovers; rebounded; rallied; got|getting|become|became better; gains; gain; gained; strengthened; strengthening; strengthen`},
	{Entry{Class: IsPlain, Word: "gap"}, `gap|difference|distance between|with|to|from; lead|advantage|margin over; the gap|lead|advantage`},
	{Entry{Class: IsMove, N: -1, Judge: true}, `continued|continues|continuing to worsen|deteriorate; worsen; worsened; worsens; worsening; deteriorate; deteriorated; deterioration; deteriorating; got|getting|become|became worse; poorer; weakened; weakening; weaken`},
	{Entry{Class: IsMove, N: 1, Adj: true}, `higher; more; greater; larger; bigger; more likely; more often; longer; dearer; costlier; commoner; more common|frequent|numerous|prevalent`},
	{Entry{Class: IsMove, N: -1, Adj: true}, `lower; fewer; less; smaller; less likely; less often; shorter; cheaper; rarer; less common|frequent|numerous|prevalent; scarcer`},
	{Entry{Class: IsMove, N: 1, Judge: true, Adj: true}, `better; stronger; favourable; favourably; well ahead`},
	{Entry{Class: IsMove, N: -1, Judge: true, Adj: true}, `worse; weaker; unfavourably`},
	{Entry{Class: IsPace, N: 1}, `faster; quicker; more quickly|sharply|rapidly|steeply; at a faster|greater rate|pace; by more; further than`},
	{Entry{Class: IsPace, N: -1}, `slower; more slowly|gradually; less quickly|sharply|steeply; at a slower|lower rate|pace; by less; less far than`},
	{Entry{Class: IsStable}, `stable; unchanged; steady; static; flat; constant; remained|stayed|held|broadly|largely|kept level; no|little change; no|little clear|real|significant|material|overall|major|great change; the same; same level; hardly|barely|scarcely changed|moved|shifted; not changed|moved; similar; no different;
		changed little; plateaued; levelled off; held steady; broadly similar; broadly|largely|virtually unchanged; virtually|broadly|much|about|roughly the same; no clear|significant difference; stayed|remained|been|was|is where it was; not|n't clearly|really changed; stood still; standstill; no|little movement`},
	{Entry{Class: IsTimes, N: -2}, `halved; halving; halve; cut in half; cut by half; fallen|fell|dropped by half; reduced by half`},
	{Entry{Class: IsTimes, N: 2}, `doubled; doubling; double; twofold`},
	{Entry{Class: IsTimes, N: 2, Word: "as much"}, `twice|double as much as|on; twice the amount|cost|spend|spending of|on; double the amount|cost|spend|spending of|on; twice what`},
	{Entry{Class: IsTimes, N: 3, Word: "as much"}, `three times as much as|on; treble the amount|cost of|on`},
	{Entry{Class: IsTimes, N: -2, Word: "as much"}, `half as much as|on; half the amount|cost of|on; half as many|high|large|big|great as?; half as likely|apt|prone to?; half as common|frequent|often`},
	{Entry{Class: IsTimes, N: 2, Word: "as much"}, `twice|double as many|high as?; twice|double as likely|apt|prone to?; twice|double as common|frequent|often; twice|double as large|big|great as; twice|double the rate|level|number|proportion of|in?`},
	{Entry{Class: IsTimes, N: 3, Word: "as much"}, `three times as likely|apt|prone to?`},
	{Entry{Class: IsTimes, N: 4, Word: "as much"}, `four times as likely|apt|prone to?`},
	{Entry{Class: IsTimes, N: 2}, `twice|double its|the|their budget|plan`},
	{Entry{Class: IsTimes, N: 3}, `three times its|the|their budget|plan; treble|triple its|the|their budget|plan`},
	{Entry{Class: IsTimes, N: 4}, `four times its|the|their budget|plan`},
	{Entry{Class: IsTimes, N: 3}, `trebled; tripled; threefold`},
	{Entry{Class: IsTimes, N: 4}, `quadrupled`},
	// Comparisons.
	{Entry{Class: IsBeside, N: 1}, `above; exceed; exceeds; exceeded; exceeding; higher|greater|larger|more|longer than; in excess of; outstripped; outstrips; well|just|slightly|far|comfortably|somewhat|marginally above`},
	{Entry{Class: IsBeside, N: -1}, `below; beneath; lower|less|fewer|smaller|shorter than; short|shy|adrift of; well|just|slightly|far|comfortably|somewhat|marginally below`},
	{Entry{Class: IsBeside, N: 1, Judge: true}, `better than; well? ahead of; well? in front of; outperform|outperforms|outperformed|outperforming; overtook|overtaken|overtaking; favourably with|to; more favourable than; healthier than; stronger than; beaten|bettered`},
	{Entry{Class: IsBeside, N: -1, Judge: true}, `worse than; behind; lag|lags|lagged|lagging behind; trails; poorer than; weaker than; unfavourably with|to`},
	{Entry{Class: IsBeside, N: 0}, `in line with; similar to; the? same as; all but level|equal with|to; close to; level with; on a par with; equal to; comparable with|to; matches; matched; matching; mirrors; mirrored; in keeping with; much|about|broadly|roughly|exactly|virtually|almost|nearly|practically|effectively the same as; consistent with; much|about as in; identical to; no different from|to; near; hardly|barely|scarcely differs|differ|differed from; differs|differ|differed little|hardly from`},
	{Entry{Class: IsThan}, `than`},
	{Entry{Class: IsVersus}, `compared with|to; in comparison with|to|to; against; versus; relative to; when? compared; as|when compared with|to; set against; by comparison; as against; as opposed to; in contrast to; next to; beside; comparing with`},
	// Extremes and ranks.
	{Entry{Class: IsExtreme, N: 1}, `higher|greater|larger|more than in|at any year|time|point; more often than in|at any year|time|point; highest; largest; biggest; greatest; most; longest; most populous; largest|biggest locality; most populous locality; peak; peaked; peaking`},
	{Entry{Class: IsExtreme, N: -1}, `lower|fewer|less|smaller than in|at any year|time|point; less often than in|at any year|time|point; lowest; smallest; fewest; shortest; least; least populous; smallest locality; least populous locality`},
	{Entry{Class: IsExtreme, N: 1, Judge: true}, `better than in|at any year|time|point; best point?; top-performing; best-performing; strongest`},
	{Entry{Class: IsExtreme, N: -1, Judge: true}, `worse than in|at any year|time|point; worst point?; poorest; weakest; worst-performing`},
	{Entry{Class: IsRank}, `ranked; ranks; rank; ranking; placed; placing; position; place`},
	{Entry{Class: IsMiddle, N: 0}, `in the middle of; middle of the table|range; mid-table; middle`},
	{Entry{Class: IsMiddle, N: 1}, `top half; better half; upper half; top half of the table`},
	{Entry{Class: IsMiddle, N: -1}, `bottom half; worse half; lower half; poorer half`},
	{Entry{Class: IsMiddle, N: 2}, `top quarter|quartile; best quarter|quartile; upper quartile`},
	{Entry{Class: IsMiddle, N: -2}, `bottom|lowest|worst quarter|quartile`},
	{Entry{Class: IsRow}, `in a row; running; in succession; on the trot; consecutive; successive; consecutively`},
	{Entry{Class: IsEach}, `in|for each|every of the last|past|previous|preceding # financial|reporting|calendar|full? years; each|every year for # years; every year for the last|past # years; in|for each|every single? one? of the|our|these|those last|past? # years; in|for each and every one? of the|our|these|those last|past? # years; in all of the|our|these|those last|past? # years; each of the last|past|previous # years;
		in all of the last|past # years; for # years in|running; for # years in succession; for # years in a row; # years in succession; # years in a row; in all # years; each|every of the # years; throughout the last|past? # years; in|for all of the # years`},
	{Entry{Class: IsEach}, `on|in|at? each|both|all of the|our last|past|previous|latest # surveys|occasions; the|our? last|past|previous|latest # surveys have? each|both|all have?; on|in|at each|both|all of the|our # surveys; for # surveys in a row; for # surveys in succession; for # surveys running`},
	{Entry{Class: IsEach, Word: "all"}, `with each|every survey; with each|every survey that? we take|took|run|ran|hold|held; in|at each|every survey; survey by|after survey; from survey to survey; each|every time that? we have? asked|ask; each|every time that? people|carers are|were|have asked`},
	{Entry{Class: IsEach, Word: "since"}, `every year since; each year since; year after year since; in every year since; in each year since; without a break since; without interruption|pause|exception since; in|for each|all of the years since`},
	{Entry{Class: IsEach, Word: "all"}, `year after year; without a break; without interruption|pause|exception; every year; each year; year on year on year; in each year; in every year; in|for each|all of the years`},
	// Negation and mood.
	{Entry{Class: IsNot}, `not; didn't; wasn't; weren't; isn't; aren't; hasn't; haven't; hadn't; doesn't; don't; never; no; without; neither; nor; failed|fails|failing to; no longer; nobody; none`},
	{Entry{Class: IsMood, Word: "hypothetical"}, `would; wouldn't; cannot; can't; couldn't; could; might; may; should; if; unless; whether; will; won't; shall; suppose; potential; potentially; were to; can; worth; risk of; likely to; aim; aims; aimed; aiming; reduce|cut|lower|improve|increase|raise the; to|towards reduce|reducing|cut|lower|improve|improving|increase|raise; intend; intends; intended; hope; hopes; hoped; ambition; help; helps; helping; helped; designed to; prevent; preventing; avoid; avoiding; supports; supporting; wish; wants; so that; in order to; need to; needs to; must; ought`},
	{Entry{Class: IsMood, Word: "forecast"}, `forecast; forecasts; forecasted; projected; projection; projections; predicted; predicts; expect; expects; expected; anticipated; anticipate; estimate; estimated; estimates; next year; coming year; trajectory; assumed; assumes; assumption; outlook; future; provisional; modelled; by 2027; by 2028; by 2029; by 2030`},
	{Entry{Class: IsMood, Word: "target"}, `goal; ambition; promised; promises; pledged; pledge; commitment; committed; aspiration; threshold; milestone; standard; needed; required; requirement; needs`},
	{Entry{Class: IsMood, Word: "historic"}, `it|they|we|there used to; used to be|have|stand|wait; then; at that|the time; back then; in those days; during the pandemic; pre-pandemic; before|until the? pandemic|covid|lockdown|lockdowns; before the first lockdown; in the early years|days; in our|its early years|days; as a matter of course; in living memory; in former years|times; once upon a time`},
	// A figure of another kind than the measure's: beds in place of days, or another body's own.
	{Entry{Class: IsMood, Word: "quoted"}, `expressed as; on an average day|night|week; in its|their own annual? report|accounts|return|statistics; no other area|areas|authority|authorities|partnership|partnerships|council`},
	{Entry{Class: IsMood, Word: "quoted"}, `told; put it; wrote; writes; explained; commented; remarked; claimed; claims; said|say|says we; believe; believes; believed; thought; think; thinks; felt we; argued; argue; reportedly; perception; perceived; myth; complained; telling`},
	// Asides: what follows is not the claim.
	{Entry{Class: IsAside}, `because; because of; due to; owing to; thanks to; despite; in spite of; following; reflecting; reflects; as a result of; as result; driven by; helped by; after; before; when; since? then; given; once; notwithstanding;
		as they|it|we|there|this|more|demand|people|did|does|do|services; as the balance of care; as a consequence of; on account of; in response to; through; by means of; unlike; partly; largely because; mainly because; attributable to; explained by; caused by; linked to; associated with; for example; such as; apart from; except`},
	{Entry{Class: IsBreak, Word: "and"}, `and; or`},
	{Entry{Class: IsBreak, Word: "or"}, `i e; or about|around|roughly|some; i.e; or just over|under`},
	{Entry{Class: IsBreak, Word: "but"}, `but; although; though; even though; while; whereas; yet; whilst; however; and yet; although not`},
	{Entry{Class: IsBreak, Word: "which"}, `which; who; whose; that is; a figure that; this being; making; making this|it; and so`},
	{Entry{Class: IsBreak, Word: "offset"}, `partly|partially|largely|mostly|more? than? offset|balanced|cancelled|masked|mitigated|counterbalanced|cushioned by|with; offset|balanced|cancelled|masked|mitigated|counterbalanced|cushioned out? by; offsetting`},
	{Entry{Class: IsPlain, Word: "in which"}, `in which; for which; to which; at which`},
	{Entry{Class: IsBreak, Word: "frame"}, `will|may|should|can|might note|see|notice|recognise|recall that; it should|must|may|can|might|could be noted|said|remembered|added|recognised|stressed|emphasised|acknowledged that; it has to be noted|said|remembered|added|recognised|stressed|emphasised|acknowledged that; it should|must be borne in mind that; will|may|should|can|might be aware that; are|is asked|invited to note|notice that; note|notes|noted that; worth noting that; pleased|proud|sorry|glad|happy to report|say that; can report that; shows|showed|show that; has|have advised|reported|confirmed|noted|stated|heard that`},
	{Entry{Class: IsBreak, Word: "so"}, `so`},
	{Entry{Class: IsPlain}, `so far|many|much|few|too; the same survey|question|census|source|table`},
	{Entry{Class: IsBreak, Word: "where"}, `where`},
	{Entry{Class: IsBreak, Word: "led"}, `led|leads|leading to; meant|means|meaning that; resulted|results|resulting in; gave|gives|giving rise to`},
	// Hedges.
	{Entry{Class: IsHedge, Hedge: facts.About}, `about; around; roughly; approximately; some; circa; barely; scarcely; hardly; approx; broadly; in the region of; of the order of; something like; an estimated`},
	{Entry{Class: IsHedge, Hedge: facts.Over}, `over; more than; in excess of; upwards of; greater than; well over; exceeding; above; higher than`},
	{Entry{Class: IsHedge, Hedge: facts.JustOver}, `just over; just above; a little over; a little more than; slightly over; slightly more than; slightly above; only just over; only slightly more than; marginally more than; marginally over`},
	{Entry{Class: IsHedge, Hedge: facts.LittleOver}, `little more than; not much more than; not much over; barely|hardly|scarcely more than; barely|hardly|scarcely over; not far over`},
	{Entry{Class: IsHedge, Hedge: facts.Under}, `under; less than; fewer than; below; lower than; well under`},
	{Entry{Class: IsHedge, Hedge: facts.Nearly}, `nearly; almost; just under; just below; approaching; close to; a little under; slightly under; just short of; a little less than; not quite; slightly less than; just less than; only just under; marginally under; marginally less than; not far short of; not far off; not far under; little short of; little less than; little under`},
	{Entry{Class: IsHedge, Hedge: facts.AtLeast}, `at least; no fewer than; no less than; a minimum of; no lower than`},
	{Entry{Class: IsHedge, Hedge: facts.AtMost}, `at most; up to; no more than; a maximum of; no higher than; as many as; as much as`},
	// Periods.
	{Entry{Class: IsPeriod}, `this year; in|during|over|across|within|throughout|for|at the? year; in-year; the reporting year; in|over|during the past|last year; in|over|during|within the? past|last? twelve|12 months; in|within a|one year; the financial year; at year-end; at the year end; year end; year-end; at|by the end of the year; the year; in year; the latest year; current year; the most recent year; the newest year; over the twelve|12 months; year to 31? march|date; twelve|12 months later; by the year's end; latest survey; this year's`},
	{Entry{Class: IsPeriod, Year: 1}, `last year; in|during|for|from the year before|earlier; in|during|for|from the previous|preceding|prior year; the? previous|preceding|prior year; the? year before|previous|earlier|prior; a|one year earlier|before|ago|previously; twelve|12 months earlier|before|ago|previously; last year's; the? previous|preceding year's; previous twelve|12 months; the year before's; last time; the? previous figure|result`},
	{Entry{Class: IsPeriod, Word: "onyear"}, `year on year; year-on-year; in a|one single year; in one year; within a|one year; in twelve|12 months; in the space of a|one|twelve|12 single? year|months; on the? last|previous|preceding|prior year; on the year before; on the year; on last year's; again; once more; once again; yet again; continued; continues; continuing; still`},
	{Entry{Class: IsPeriod, Word: "ago"}, `# years ago|earlier|before|previously; # years back`},
	{Entry{Class: IsPeriod, Word: "over"}, `in|over|during|across|for|within the? last|past|previous|preceding|latest # years; in|over|during # years; the last|past|previous # years; of the last|past|previous # years; of the # years; the # years; in the # years; of the # years shown|reported|covered; # years; of the # years of the window; in|over|of|across the # years covered|shown|reported by|in|here this|the? report|table?; in|over|of the # years of this|the report; a # year period; the # year period; for # years`},
	{Entry{Class: IsPeriod, Word: "surveys"}, `of|in|over the last|past|previous|latest # surveys`},
	{Entry{Class: IsPeriod, Word: "first"}, `in|of|over the years that|which? we|it|this? print|show|report|publish|cover|shown|printed|reported|published; of the years; in|of|over the years that|which? this|the report shows|prints|covers; at the start of the period; over the period; over the whole period; across the period; in the period; the start|beginning|outset of the period|series|table; the first year of the period|series|table|six; the first of the six years; six-year period; five-year period`},
	{Entry{Class: IsPeriod, Word: "survey"}, `the? last|previous|preceding survey; the survey before; previous survey's; survey of`},
	// Areas that every report knows.
	{Entry{Class: IsArea, Area: facts.Scotland}, `scotland; scotland's; the average scot; scots; elsewhere in scotland; their|our? peers|counterparts|others|people|those|adults|carers across|in|elsewhere in? scotland; the rest of scotland; the rest of the country; other parts of scotland; scotland as a whole; scotland wide; scotland-wide; scotland overall; scotland average; scotland figure|rate; scotland's average|figure|rate|value|result; the? scottish|national average|figure|rate|level|value|result|picture|position|mean|median|proportion|percentage|share|one|total; scottish; nationally; national averages; the average for scotland; across scotland; the country as a whole; the country; all of scotland; national average rate; the scotland rate|figure|average|level|value; the scottish average rate|figure; scottish average|rate|figure for scotland`},
	{Entry{Class: IsArea, Area: facts.Family}, `our|the|its? family|family's|peer|benchmarking|comparator|comparison group|family|areas|partnerships|authorities|average? average?; family|comparator|peer average|mean|figure|rate; our|the|its family|family's; our|the peers|peers'; peers; the? average|mean|figure|rate of|for|across|in our|the|its family|peer|benchmarking|comparator|comparison group|family|areas|partnerships|authorities?; our|the|its? family|group of similar|comparable|comparator? partnerships|authorities|areas; similar|comparable partnerships|authorities|areas|boards; areas|partnerships|authorities|boards that|which? it|we|ours is|are|was|were compared with|to; areas|partnerships|authorities|boards that|which? we compare ourselves with|to; areas|partnerships|authorities|boards|places like ours|us`},
	{Entry{Class: IsArea, Area: facts.Own}, `here; locally; our area; we; our; us; ours; the partnership; partnership; our partnership; the partnership's; this area; the authority; the area; this partnership; our own; local`},
	// Money.
	{Entry{Class: IsFace, Face: facts.FaceSpend}, `spend|spending|expenditure|costs attributable to|in`},
	{Entry{Class: IsFace, Face: facts.FaceTarget}, `that|which we|it|the? board|partnership|authority? had|have|has? set|adopted|agreed as its|our|the|a target|standard; that|which was|were|is set as its|our|the|a target; the? target that? we|it|the? board|partnership|authority? had|have|has? set for? ourselves|itself?`},
	// Of a target where a figure is before them; see aimed.
	{Entry{Class: IsFace, Face: facts.FaceTarget, Word: "aimed"}, `that|which? we|it|the? board|partnership|authority|plan? had|have|has? aimed|aim|aims for|at; at|for which we|it|the? board|partnership|authority|plan? had|have|has? aimed|aim|aims; that|which? we|it|the? board|partnership|authority? had|have|has? set ourselves|itself|themselves; that|which was|were|is|are our|its|the target|goal|ceiling; that|which? we|it are|is|were|was held to; that|which? the? board|partnership|authority had? set|agreed|wanted|wants; that|which? the budget|plan|savings programme? had? relied|relies|counted|counts on; on which the budget|plan had? relied|relies|counted|depended; that|which? we|it|the? board|partnership? want|wants|wanted|would like to see`},
	{Entry{Class: IsFace, Face: facts.FaceTarget}, `ceiling; ceiling of`},
	// What people were asked by the national survey, and that they answered it.
	{Entry{Class: IsPlain}, `asked|asking|question whether; as for|to whether; to the question whether; asked if; asked by|in the survey whether|if; who|that? answered|answer|answering|completed|completing|returned the? national|same|latest? survey; who|that? took|taking|take part in the? national|same|latest? survey; who|that? responded|responding|replied|replying to the? national|same|latest? survey; one would|might|may find|see|expect; would be found|seen`},
	{Entry{Class: IsPlain}, `leaves|leaving|left|puts|putting it|us|them|this|which; leaves|leaving it|us|them|this still?; places|placing|ranks|ranking us`},
	{Entry{Class: IsFace, Face: facts.FaceSpend, Word: "cost"}, `cost; costs; costing; cost of`},
	{Entry{Class: IsFace, Face: facts.FaceSpend}, `spent; spend; spending; spends; expenditure; outturn; outlay; paid for; total cost; total spend|spending|expenditure; spent on; invested; investment; actual spend|expenditure; spending|spend|expenditure on`},
	{Entry{Class: IsFace, Face: facts.FacePlan}, `budget; budgeted; plan; planned; planned|intended to spend; budgets; planned spending|spend|expenditure; financial plan; its|their|our budget|plan; its|their allocation; annual budget; set budget; approved budget; the annual financial statement; the|its|their|our plan|budget|budgets|allocation|statement allowed|allows|permitted|provided|had? allowed|provided? for; the|its|their|our plan|budget|budgets|allocation allowed|allows|permitted|provided; the annual financial statement allowed|allows|permitted|provided|provides for?`},
	{Entry{Class: IsFace, Face: facts.FaceFunding}, `paid to or set aside for; funding; income; funded; set aside or paid; received in funding; available funding; partners paid|gave us|it|the? board? or? set? aside?; gave|give|gives|paid|pay|pays|provided|passed us; gave|give|gives|paid|pay|pays|provided the board`},
	{Entry{Class: IsFace, Face: facts.FaceVariance, N: -1}, `overspend; overspent; overspends; overspending; over its|the|their|our|our? budget|plan; over budget|plan; adrift of its|the|their|our? budget|plan; adrift of budget|plan; gone|went|go|going|goes? beyond its|the|their|our? budget|plan; over|above what was|is|had been? planned|budgeted for?; more than what was|is|had been? planned|budgeted for?; more than had been planned|budgeted|budgeted for?; more than was planned|budgeted; above its|the|their|our? budget|plan; above budget|plan; over-budget; deficit; deficits; in deficit; more than planned|budgeted|plan|budget; more than its|the|our plan|budget allowed|permitted|provided? for?; exceeded its|the|their|our budget|plan; exceeded budget|plan; exceeding its|the|our? budget|plan; overshot; past|beyond its|the|their|our? budget|budgets|allocation; past its|the|their|our plan; past|beyond what had? been|was|is? budgeted|planned|allowed for?; in the red; adverse variance; in excess of its|the|our budget|plan; in excess of budget|plan; overran; went over; higher than planned|budgeted|budget; budget|budgets|plan was|were exceeded; budget|plan exceeded; spent|spend|spending|live|lived beyond our|its|the|their means`},
	{Entry{Class: IsFace, Face: facts.FaceVariance, N: 1}, `inside|within what had? been|was|is? budgeted|planned|allowed for?; underspend; underspent; underspends; underspending; under its|the|their|our? budget|plan; under budget|plan; under|below what was|is|had been? planned|budgeted for?; less than what was|is|had been? planned|budgeted for?; less than had been planned|budgeted; less than was planned|budgeted; below its|the|their|our? budget|plan; below budget|plan; within its|the|their|our? budget|plan; within budget|plan; inside its|the|our budget|plan; less than planned|budgeted|plan|budget; less than its|the|our plan|budget allowed|permitted|provided? for?; surplus; surpluses; favourable variance; lower than planned|budgeted|budget; came in under; fell short of its|the budget|plan; under-budget; saved against budget; spent|live|lived within our|its|the|their means`},
	{Entry{Class: IsFace, Face: facts.FaceVariance, N: 0}, `exactly|just|precisely as budgeted|planned; as budgeted; exactly|precisely what was|had been? budgeted|planned; break-even; broke even; balanced budget; on budget; in balance; balanced; balanced position; in line with its|the|our? budget|plan; in line with budget|plan; to budget; on plan; breakeven`},
	{Entry{Class: IsFace, Face: facts.FacePerHead}, `per head; per head of the? population; per person; per resident; a|per head of population; for each|every resident|person|inhabitant; per capita; spending|spend|expenditure per head|person|resident`},
	{Entry{Class: IsBase, Face: facts.FaceShare}, `of the? money|amount|sum|total|funding|resources|funds? paid to or set aside for the? board|authority|partnership|it?; of? what was paid to or set aside for; of? all that was paid to or set aside for; of? everything paid to or set aside for;
		of all money paid to or set aside for; paid to or set aside for; of all that was paid; of the? total|overall? funding; of the? money|resources available; of the? money|resources received; of the|our|its|all resources; of|from? the? money|resources|sum|sums|amount|amounts|funds|funding made available to? us|it|them?; of|from? the? money|resources|sum|sums|amount|amounts|funds|funding that? the? partners provided|gave|contributed|made? available?; of|from? what the? partners provided|gave|contributed|paid|made? available?; of|from? what was made available to? us|it?; of the money; of the? money|amount|sum|sums|funds|resources|funding paid to the? board|partnership|authority|ijb or set aside for it?; of the? money|amount|sum|sums|funds|resources|funding paid to or set aside for the? board|partnership|authority|ijb|it?; of the amount available; of the? money that? was? paid|given to the? board|partnership|authority; of what the? board|partnership|authority was? given|paid|received|got; of all the? money paid|given to the? board|partnership|authority; of its|our|the funding; of the? money|amount|sum|sums|funds|resources paid or set aside; of the? money|amount|sum|sums|funds|resources paid to the? board|partnership|authority|ijb or set aside; of? what was|is paid or set aside; of the? money|amount|sum|sums|funds|resources paid to us|it or set aside for? us|it?; of? what is|was paid to the? board|us|it or set aside for the? board|us|it; of? what is paid to or set aside for; of? what we|it|us received|were|was|are|is? paid|given`},
	{Entry{Class: IsBase, Face: facts.FaceOfSpend}, `of the? total|overall? spend; of the? total|overall? spending; of the? total|overall? expenditure; of all spend; of all spending; of all expenditure; of all money spent; of all the money spent; of everything we? spent; of what was spent; of what we spent;
		of the? total|overall|whole? budget; of the total; of our|its total|overall? spend|spending|expenditure; of the board's spend|spending|expenditure|total|budget; of|in|from|for every|each pound we? spent?; in the pound; of the board's money|resources|funding; share of spending|spend|expenditure; of the? money spent; of the overall|grand total; of the amount spent`},
	// Counts.
	{Entry{Class: IsStatus, Face: facts.FaceComplete}, `complete; completed; implemented; been|were|are|is met; delivered; finished; done; closed; acted on|upon; put into effect|practice; carried out; fully implemented; fulfilled; actioned; discharged; concluded; in place`},
	{Entry{Class: IsStatus, Face: facts.FaceOpen}, `in progress; outstanding; incomplete; under way; underway; ongoing; remaining; still open; still in progress; not yet complete|completed; yet to be completed; being implemented; open; unfinished`},
	{Entry{Class: IsLives}, `people live|lived|living; residents live; live; lives; home to; population; inhabitants; residents; populations; populated; living; resident`},
	{Entry{Class: IsMet, N: 1}, `met; meets; meeting; meet; achieved; hit; hits; hitting; attained; passed; reached; exceeded; surpassed; beat; beats; beating; back? on target; better than target; ahead of target; within target; achieves`},
	{Entry{Class: IsMet, N: -1}, `missed; misses; missing; fell|falls|fall|fallen|falling|coming|came just|well|far|slightly|narrowly|somewhat|a? little? short|shy of; off target; behind target; failed to meet|reach|achieve|hit; did not|didn't meet|reach|achieve|hit; not meet|met|reach|reached|achieve|achieved; outside target; fell below; not hitting`},
	{Entry{Class: IsFace, Face: facts.FaceTarget}, `target; targets; target of; the target; our target; its target; national target|standard; local target`},
	{Entry{Class: IsTogether}, `together; combined; between them; jointly; taken together; in combination; altogether`},
	// Roles.
	{Entry{Class: IsRole, Role: "by"}, `by; of some; to the tune of`},
	{Entry{Class: IsRole, Role: "to"}, `to; to reach; reaching; and reached; to stand at; to a rate of; to a level of`},
	{Entry{Class: IsRole, Role: "from"}, `from; from a rate of; from a level of; from a low|high|peak of; rather than; instead of; having been`},
	{Entry{Class: IsRole, Role: "of"}, `of; totalling; amounting to; worth`},
	{Entry{Class: IsRole, Role: "since"}, `since at least; than|as at the same point|time|stage in|of; than|as on the same date|day; than|as at the same point|time|date; since; since the peak of|in; since the low|high|lowest|highest point of|in; since the high of|in; from the low|high|lowest|highest point of|in; since the low of|in; on the low|peak|high of|in; than in; than at; than it|they was|were|had in?; than it|they was|were|had been in?; where it|they stood|started in?; where it|they was|were in; where it|they had been|stood|started in?; from the peak of|in; since the year of; since the measure|series|record|records|recording|counting|count|data|figures|collection began|started|begins|starts in|with?; since it|this|they was|were first measured|counted|published|reported|recorded in; since we|it began|started measuring|counting|recording? it|this? in; compared with|to in; compared with|to the figure|rate|level for|in|of; on that? of|in|for; on the figure for`},
	{Entry{Class: IsRole, Role: "between"}, `between`},
	{Entry{Class: IsRole, Role: "in", Word: "all but"}, `in all but`},
	{Entry{Class: IsRole, Role: "in"}, `in; for; at the time of; in relation to; in respect of; with respect to; until; during; at; throughout; as at; at the end of; by the end of; for the year; in the year; in calendar year; in the calendar year; in financial year; in the financial year; for calendar year; over; at the census of|in; in the survey of; calendar year; financial year`},
}

// plainWords change nothing.
const plainWords = `a an the its their his her this that these those such any all each every both own same
	is are was were be been being am has have had having do does did doing got get gets
	also too still now even just only simply therefore thus indeed very quite rather somewhat so far well
	i it they them there it's we've they're that's what's how what whole
	on with within into onto upon off out via per across around among amongst as at yet
	slightly sharply steadily clearly markedly significantly modestly marginally considerably substantially dramatically gradually notably broadly overall generally largely mostly nearly almost
	much little lot bit great good strong small large big modest slight sharp steady clear marked significant considerable substantial dramatic gradual notable encouraging welcome pleasing disappointing concerning worrying positive negative real marginal continued continuing sustained recent recently latest newest most again once further net
	rate rates figure figures number numbers level levels percentage proportion proportions value values average averages amount amounts total totals sum result results performance data statistics measure measures indicator indicators national picture position trend trends pattern score scores ratio volume volumes share count reading outcome part portion
	year years annual annually period time times month months
	went gone goes turned turns
	stand stands stood standing remain remains remained remaining stay stays stayed staying recorded record records reported report reports reporting see sees saw seen seeing show shows showed shown showing reach reaches reached hold holds held maintain maintained experience experienced observed noted found find happen happened occurred occur came come comes coming run ran ended end ends ending finish finished close closed begin began starting start started account accounts accounted accounting amounted incurred averaged averages averaging make makes made take takes took taken receive receives received give gives gave given represents represent represented represents equates equivalent continue continues continue continuing keep kept comprise comprised use used want compares compare compared perform performs performed performing fared fares moved moving followed sit sits sat put fully
	people person persons population adults adult residents individuals patients citizens everyone others those
	partnership partnerships authority authorities board board's ijb hscp area areas local council councils health social care-system body services service region country
	financial calendar reporting fiscal matter matters heading
	survey surveys census respondents responses inspections inspection published official inspectorate public scotland
	fact note noting important importantly noted comparison contrast turn addition words terms respect regard course other hand side part case contrary surprisingly unfortunately happily sadly regrettably pleasingly encouragingly
	money pound pounds sterling pence cash
	like since roughly exactly precisely around approximately
	if-only meanwhile moreover furthermore nevertheless nonetheless instead otherwise overall altogether first last final finally actual actually
	path course head footing asked surveyed keeps keeping
	yes able than ever before previously earlier later previous current currently today present
	unit units basis end-of-year outturn nearest one ones
	peak low high base baseline comparable similar different difference differences change changes changed
	absorbed absorbs absorb drew draws drawn swallowed swallows attracted attracts
	key headline main single largest-ever half twice
	list table chart below
	ledger ledgers puts places placing
	inside consumed proud pleased report's 000 higher-than-average
	available published equated equates equating yielded prompted brought brings bring saw witnessed heralded totalled totalling ranged ranging ranges varied varies posted logged reads read confirms confirmed confirm indicates indicated
	suggests suggested tells says illustrates illustrated highlights highlighted demonstrates demonstrated reveals revealed reveal underlines
	delighted glad happy encouraged disappointed concerned sorry heartened reassured
	fractionally narrowly noticeably appreciably perceptibly visibly decidedly distinctly
	up-to-date newly freshly successive running
	arose arises arising stemmed stems cheerful reassuring worrying heartening sobering striking remarkable impressive respectable healthy solid strikingly noteworthy noticeable unwelcome dismaying regrettable
	story headline message finding findings analysis evidence calculation comparisons snapshot benchmark benchmarking
	whereabouts wherever throughout alongside besides albeit
	hovered hovers hovering rested rests lay lies lying landed lands settled settles counted counts counting worked works numbered numbers computed calculated measured clocked registered registers sums summed added adds adding arrived arrives emerged emerges
	steep sizeable hefty tiny slender mere merely full whopping robust weak pronounced discernible tangible measurable minor major moderate limited mild rapid quick slow swift sudden abrupt like-for-like
	whole-year full-year yearly current-year prior-year corresponding equivalent comparable respective
	year's area's become becomes became completing producing delivering handling gross split common frequent prevalent widespread respondents described describes describe
	scored scores scoring rating compliance pressures pressure driver drivers challenge challenges picture
	thankfully understandably predictably unsurprisingly curiously
	broad slice portion
	all-time
	footing standing showing reading tally
	percentages fractions
	equates equating translates translating corresponds corresponding amounts
	graph graphs charts tables column columns row rows
	spread breakdown split`

// dictionaryOfWords is the trie of all phrases that every report knows.
var OfReports = sync.OnceValue(func() *Trie {
	t := newTrie(0)
	plain := Entry{Class: IsPlain}
	for w := range strings.FieldsSeq(plainWords) {
		t.put(w, &plain, true)
	}
	for _, p := range slices.Concat(phrases, sayings, officialese, turnedPhrases, wantedPhrases, obliquePhrases, plainEnglish, moneyPhrases, marginPhrases, outdonePhrases) {
		t.addAll(p.list, p.Entry)
	}
	t.addIdioms()
	return t
})

// carries reports whether what an entry says can carry a claim.
func (e *Entry) carries() bool {
	switch e.Class {
	case IsMove, IsStable, IsTimes, IsBeside, IsExtreme, IsRank, IsMet, IsStatus, IsMiddle:
		return true
	case IsFace:
		return e.Face == facts.FaceVariance || e.Face == facts.FaceSpend || e.Face == facts.FaceTarget
	}
	return false
}
