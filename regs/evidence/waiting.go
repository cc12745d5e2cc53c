package evidence

import "apr/internal/lazyregexp"

// A sentence can say that the answer isn't there: somebody was asked for it, nobody had
// the time to write it, or the one who would know is away. It is told by what it says and
// by having no word besides but those of writing reports and of those who do. So
// "Awaiting a reply from the ward" is none, and "Awaiting the new beds, due in June"
// says what was done.

const (
	// informants are those who are asked what was done.
	informants = `hospital home provider providers nurse nurses ward matron clinic practice printers printer designer designers holder holders writer writers business auditor person people postholder workforce hr comms procurement legal estates audit public health budget minute survey manager's officer's owner's lead's post one performance analyst`
	// absent are words of not being there, and of not having the time.
	absent = `back leave annual sick sickness maternity paternity parental adoption compassionate away off holiday holidays absent left leaves leaving vacant vacancy unfilled retired retirement replacement replaced appointed office staffed short shorthanded stretched busy
		anyone anybody nobody no-one someone somebody free capacity time ran run running out starts start started return returns back cannot can't couldn't could couldn don't doesn't didn't hasn't haven't wasn't isn't aren't won't engagement locality localities policy communications improvement performance author analyst charge under year year's years make normally usually post long term currently since hand over due until`
	// seeking are words of asking for an answer and of not having it.
	seeking = `ask asks asked asking chase chased chasing remind reminded reminders approached contacted emailed e-mailed prompted pressed sought seek seeking request requested requests respond responded response responses reply replied replies answer answered answers
		awaiting awaited await waiting wait pending outstanding overdue missing looking look looked into establish established investigation investigated investigating clarify clarified clarification clarifying examined explain explained explaining explanation
		with sitting sits still sign sign-off signoff signed blank empty entry field line box left leave picked pick up revisit revisited discuss discussed check checked speak follow followed confirm confirmed confirmation need needs required
		know knows knew known tell told say said let us yet reconcile reconciled reconciles numbers figures work finished editorial get got come came twice once again times repeatedly several three
		reason reasons cause causes variance overspend underspend position wording text narrative section paragraph taken action done written writes feedback happened give given gave advise advises enough unable complete completed available explanatory deadline passed reminder sent moving ledger ledgers closes close settle link para paragraph note notes report reports pls plz asap urgently feedback none please information details detail input data insert review`

	// answered are what an answer would be, or be made from.
	answered = `(?:updates?|responses?|reply|replies|answers?|input|comments?|text|narratives?|information|info|explanations?|reasons?|causes?|confirmation|figures|numbers|sign ?off|minutes?|wording|feedback|returns?|contributions?|clarification|results?|entry|section|paragraph|statement|evidence|details?|data|content|drafts?|copy|notes?)`
	// writing are verbs of giving one.
	writing = `(?:write|complete|comment|respond|reply|answer|explain|provide|supply|draft|update|contribute|confirm|advise|say|tell|assess|fill|do this|look at this)`
	// written are those that say that it wasn't given.
	writtenOf = `(?:written|completed|updated|supplied|provided|given|explained|drafted|done|confirmed|answered|responded|replied)`
	// roles are those who write reports, and not those who give care.
	roles = `(?:finance|performance|planning|policy|communications|engagement|locality|improvement|responsible|author|owner|officer|lead|analyst|writer)`
)

var (
	waitingWords = list(small, reporting, excuses, makers, informants, absent, seeking)
	// isWaited are the ways of saying that the answer isn't there.
	isWaited = lazyregexp.Lazy(
		// The answer is awaited, was asked for, or hasn't come.
		`\b(?:await\w*|waiting (?:for|on)|pending|need(?:s|ed)?|chas\w+|requested|asked(?: \w+){0,5} for|seeking|sought)\b(?: \w+){0,4}? ` + answered + `\b|` +
			`\b` + answered + `\b(?: \w+){0,3}? (?:outstanding|awaited|pending|overdue|missing|(?:required|needed|wanted|due) (?:from|by)|to be sought|(?:being|been) (?:sought|established|investigated|examined|clarified|looked into|finalised|requested|chased)|under investigation|not (?:yet )?(?:available|received|ready|finished|in|come|agreed|to hand))\b|` +
			`^no (?:\w+ ){0,2}?(?:updates?|responses?|reply|answers?|input|explanations?|information|feedback|comments?|contributions?)(?: (?:was|were|has|have|yet|as|from|by|on|to|been|received|the)\b.*)?$|` +
			`\b(?:has|have|was|were) (?:\w+ )?(?:been )?(?:asked|chased|approached|contacted|reminded|emailed|prompted|pressed)(?: (?:for (?:\w+ ){0,3}?(?:this|it|` + answered + `)|to ` + writing + `|about (?:this|it)|twice|again|repeatedly|several times)\b.*)$|` +
			`\b(?:has|have|had|did|does|is|are)(?: not|n't)(?: yet)?(?: \w+)? (?:responded?|repl(?:y|ied)|answered?|come back|came back|got back|get back|told us|tell us|let us know|confirmed|supplied|advised)\b|\byet to (?:respond|reply|answer|tell us|confirm|advise|explain|come back|let us know|hear|provide|supply|get back)\b|` +
			`\b(?:not|\w+n't|never|yet)(?: been)? (?:heard|hear) (?:back )?from\b|` +
			// Nobody could write it.
			`\b(?:nobody|no one|no-one|not anyone|\w*n't (?:\w+ )?(?:anyone|anybody|someone|somebody)|no (?:\w+ ){0,3}?(?:manager|officer|lead|author|analyst|capacity|time|one))\b(?: \w+){0,8}? (?:to )?` + writing + `\b|` +
			`\b(?:leave|away|off|absent|vacant|unfilled|left|gone|staffed|stretched|busy|unavailable|retired|replacement)\b(?: \w+){0,5}? (?:not|\w+n't|unable|cannot|never|so)\b(?: \w+){0,5}? (?:` + writing + `|` + writtenOf + `)\b|` +
			`\b(?:who|that) (?:would|could|can|should|usually|normally|will)? ?(?:know|knows|writes?|explain|explains|say|completes?|provides?|does this|did this)\b.*\b(?:leave|away|off|absent|left|gone|retired|moved|unavailable|replace\w*)\b|` +
			`\b` + roles + `\b(?: \w+){0,4}? (?:is|was|are|were|currently|away|remains)(?: \w+){0,2}? ?(?:on (?:\w+ )?(?:\w+ )?leave|away|off sick|on holiday|absent|out of office|unavailable|not available)\b|^(?:\w+ ){0,3}?` + roles + ` (?:\w+ )?(?:away|off|on (?:\w+ )?leave|absent)\b|` +
			`\b(?:reminders?|chaser) (?:was |were |has been |have been )?sent\b|\bdeadline (?:has )?(?:passed|missed)\b|\badd (?:para|paragraph|text|wording|section|narrative)$|\b(?:figures|numbers)\b(?: \w+){0,2}? (?:moving|changing|to be settled)\b|\b(?:will not|won't|do not|don't|cannot|can't) have (?:\w+ ){0,2}?` + answered + ` (?:until|before|yet)\b|` +
			`\b(?:ran|run|running) out of time\b|\b(?:not|\w+n't|no|never|without)(?: \w+){0,2}? (?:time|capacity) (?:to|for)\b|\b(?:time|capacity)(?: \w+)? (?:did not|didn't|does not|doesn't|has not) (?:allow|permit)|\btoo busy to\b|` +
			// The field was left, or says what its writer still has to do.
			`\b(?:left|leave|leaving)(?: this| it)? (?:blank|empty)\b|` +
			`^(?:we |i )?(?:still )?(?:needs?|have|to|must|please|ask|can|could|will)\b ?(?:\w+ )?(?:to )?(?:check|discuss|speak|confirm|clarify|follow up|chase|finance|ask|look)\b|^(?:ask|check with|speak to|chase) \w+|\b(?:section|text|paragraph|narrative|wording|link) ask \w+|\b\w+ to (?:check|confirm|advise|add|write|draft|supply|provide|complete|follow up|chase|review)$|` +
			`^(?:this |it |text |answer |draft )?(?:is |are )?(?:still |currently |now )?(?:sitting |sits |lies |being )?(?:finalised |with )(?:with )?(?:the |our )?(?:\w+ ){0,5}(?:for (?:comment|comments|sign off|approval|review|checking|confirmation|input|completion|drafting|a response|response))$|^(?:this |it )?(?:is )?still (?:being \w+|with|to do|outstanding)\b|` +
			// The answer isn't known.
			`\b(?:finance|officers?|colleagues|we|team|managers?) (?:is|are) (?:still )?(?:looking into|investigating|examining|clarifying|checking|establishing)\b(?: (?:this|it|these|the (?:reasons?|causes?|position|variance|overspend|underspend)|why|what)\b.*)?$|` +
			`\b(?:do|does|did|could)(?: not|n't) (?:yet )?(?:know|say|establish|tell|confirm) (?:what|why|whether|if|how|the reasons?)\b|` +
			`\b(?:figures|numbers|accounts|ledgers?|work|audit)\b(?: \w+){0,3}? (?:not|\w+n't)(?: \w+)? (?:reconcile\w*|finished|complete\w*|closed|agreed|final)\b`)
)

// isWaiting reports whether a sentence says that the answer isn't there.
func isWaiting(sentence string) bool {
	return isMadeOf(sentence, waitingWords(), true) && isWaited().MatchString(text(sentence))
}
