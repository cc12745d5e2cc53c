package leftovers

import (
	"strings"

	"apr/indicators"
	"apr/internal/lazyregexp"
)

// mark is a form of what was left in a text.
type mark struct {
	form func() *lazyregexp.Regexp
	what string
	// begin has one of these in every text that the form fits.
	begin []string
	// folded, where it is given, has one of these in each such text in small letters.
	folded []string
	// likely is true where nobody would write it in a report.
	likely bool
	// right reports whether what the form fits is meant; nil where nothing is.
	right func(p *Prose, text, written string, at int) bool
}

// answers has one of these in every text that a program wrote to answer somebody.
var answers = []string{"ertainly", "Sure", "Of course", "Absolutely", "Great question", "ere is ", "ere's ", "ere’s ", "ere are ", "an AI", "an ai", "hope this", "et me know if", "like me to", "want me to", "eel free to", "I've re", "I’ve re", "I have re", "I've sh", "I’ve sh", "I have sh", "polished", "tightened", "Regenerate", "cutoff", "cut-off"}

// ofPrograms are marks that word processors, mail programs, spreadsheets and others
// leave in what is copied out of them.
var ofPrograms = []mark{
	{form: lazyregexp.Lazy(`«(?:[A-Za-z]*[_0-9][A-Za-z0-9_]*|[A-Za-z]*[a-z][A-Z][A-Za-z0-9_]*|(?i:name|date|address|total|title|amount|year|area))»|<<[A-Za-z][\w ]{1,40}>>`), what: "a field of a mail merge", begin: []string{"«", "<<"}, likely: true},
	{form: lazyregexp.Lazy(`\[\[[^\[\]\n]{1,60}\]\]`), what: "a field that nothing fills", begin: []string{"[["}, likely: true},
	{form: lazyregexp.Lazy(`\{ ?(?:MERGEFIELD|REF|PAGEREF|NOTEREF|SEQ|PAGE|NUMPAGES|HYPERLINK|DATE|STYLEREF|TOC|FORMTEXT|INCLUDEPICTURE|DOCPROPERTY)\b[^{}\n]*\}|\b(?:MERGEFIELD|PAGEREF|FORMTEXT|INCLUDEPICTURE|DOCPROPERTY|STYLEREF)\b(?: \\\\?[\w"]+)?|\b_(?:Toc|Ref)[0-9]{6,}\b`), what: "a field of Word", begin: []string{"{ ", "{M", "{R", "{P", "{S", "{D", "{H", "{T", "{N", "{F", "{I", "MERGE", "PAGEREF", "FORMTEXT", "INCLUDEP", "DOCPROP", "STYLEREF", "_Toc", "_Ref"}, likely: true},
	{form: lazyregexp.Lazy(`\bError! (?:Reference source not found|Bookmark not defined|No text of specified style in document|Hyperlink reference not valid|Not a valid [a-z ]+|Unknown [a-z ]+|Main Document Only|Style not defined|Objects cannot be created[a-z ]*|Filename not specified|Cannot open file|Use the Home tab[a-z ,0-9]*)\.?`), what: "a broken reference of Word", begin: []string{"Error!"}, likely: true},
	{form: lazyregexp.Lazy(`\b(?i:click or tap (?:here )?to (?:enter|add) (?:a |some )?(?:text|date|title|number)|click (?:here )?to (?:enter|add) (?:a |some )?(?:text|date|title|number))\.?|\bChoose an item\.|\[(?i:type (?:here|text|your [a-z ]+)|document title|company name|author name|publish date)\]`), what: "an empty field of a form", begin: []string{"lick", "CLICK", "Choose", "[T", "[t", "[D", "[d", "[C", "[c", "[A", "[a", "[P", "[p"}, likely: true},
	{form: lazyregexp.Lazy(`\bCommented ?\[[A-Za-z]{1,4}[0-9]{1,3}\]:?|(?m:^)\s*Formatted(?: Table)?: ?(?:Font|Indent|Left|Right|Centred|Centered|Justified|Normal|Bullet|Number|List|Heading|Space|Line spacing|Highlight|English|Not |Default|Position|Border|Tab)|(?m:^)\s*(?:Deleted|Inserted|Moved)(?: ?\[[^\]\n]*\])?: ?¶`), what: "a remark of Word on changes", begin: []string{"Commented", "Formatted", "¶"}, likely: true},
	{form: lazyregexp.Lazy(`\[[A-Z]{2,3}[0-9]{1,3}\]`), what: "the mark of a comment in Word", begin: []string{"["}, right: isID},
	{form: lazyregexp.Lazy(`\((?i:insert|add) (?:a |an |the )?(?i:figure|number|date|name|text|link|table|graph|chart|photo|image|picture|page|quote|percentage|total|amount)\b[^()\n]{0,60}\)`), what: "an unresolved comment", begin: []string{"nsert ", "INSERT ", "dd "}},
	{form: lazyregexp.Lazy(`(?m:^)(?:> ?)*-{3,} ?(?:Original Message|Forwarded [Mm]essage|Forwarded by)[^\n]*|(?m:^)(?:> ?)*On [^\n]{6,100}\bwrote:\s*(?m:$)|(?m:^)From: [^\n]+\n\s*(?:Sent|Date|Subject): |(?m:^)To: [^\n]+\n\s*(?:Cc|Subject): |(?m:^)Sent from (?:my |Outlook|Mail for)[^\n]*|(?i:this e-?mail (?:originated|was sent|came) from outside|this e-?mail (?:and any (?:attachments?|files)[^\n.]{0,40} )?(?:is|are) (?:strictly )?confidential)|\[cid:[^\]\n]+\]|\[image: [^\]\n]+\]`), what: "left over from an e-mail", begin: []string{"---", "wrote:", "From: ", "To: ", "Sent from", "mail", "MAIL", "[cid:", "[image: "},
		folded: []string{"original message", "forwarded ", "wrote:", "from: ", "to: ", "sent from ", "this e-mail", "this email", "[cid:", "[image: "}, likely: true},
	{form: lazyregexp.Lazy(`#(?:REF!|DIV/0!|VALUE!|NAME\?|N/A\b|NUM!|NULL!|SPILL!|CALC!)|(?:^|\s)#{7,}(?:\s|$)`), what: "an error of a spreadsheet", begin: []string{"#"}, likely: true},
	{form: lazyregexp.Lazy(`:contentReference\[oaicite[^\]\n]*\](?:\{[^}\n]*\})?|【[0-9]+[^】\n]*】|\bturn[0-9]+(?:search|view|file|news)[0-9]+\b|\b(?i:as an ai (?:language )?model)\b|\[object Object\]`), what: "left over from a program that writes texts", begin: []string{"oaicite", "【", "turn", "AI ", "ai ", "[object"}, likely: true},
	{form: lazyregexp.Lazy(`(?m:^)[ \t>*_]*(?i:certainly|sure|of course|absolutely|great question)[!.,:] (?i:here(?:['’]s| is| are)|i(?:['’]ve| have|['’]ll| will| can)|let me|below is)\b[^\n]{0,80}`), what: "left over from a program that writes texts", begin: answers, likely: true, right: anonymised},
	{form: lazyregexp.Lazy(`\b(?i:here(?:['’]s| is| are) (?:a|an|the|your|some) (?:(?:more|slightly|fully|possible|suggested) )?(?:revised|updated|rewritten|reworded|rephrased|improved|polished|shortened|expanded|concise|edited|corrected|refined|cleaned[- ]up|clearer|shorter|longer) (?:version|draft|paragraph|text|section|summary|wording|passage|response|rewrite|copy)s?)\b|\b(?i:here(?:['’]s| is) (?:a|the|your) (?:rewrite|rewording|draft (?:paragraph|section|text)))\b|\b(?i:as an ai (?:assistant|chatbot|program)|i(?:['’]m| am) (?:just )?an ai\b|as an ai, i)\b|\b(?i:i hope this (?:helps|is helpful|meets your (?:needs|requirements)|works for you))[.!]?|\b(?i:let me know if you(?:['’]d| would)? (?:like|want|need|prefer) (?:me to|it|any|a|further|more|another)\b[^\n.!?]{0,60})|\b(?i:would you like me to|do you want me to)\b[^\n?]{0,60}\?|\b(?i:feel free to (?:adjust|edit|modify|tweak|change|adapt) (?:it|this|the (?:text|wording|tone)|as needed))\b|\b(?i:i(?:['’]ve| have) (?:rewritten|reworded|rephrased|shortened|polished|tightened) (?:the|your|this) (?:text|paragraph|section|passage|draft|wording))\b|\b(?i:regenerate response|my (?:knowledge|training) cut-?off)\b`), what: "left over from a program that writes texts", begin: answers, likely: true, right: anonymised},
	{form: lazyregexp.Lazy(`(?m:^)\s*Page [0-9]{1,3} (?:of|\|) [0-9]{1,3}\s*(?m:$)`), what: "the foot of a page", begin: []string{"Page "}, likely: true},
}

// notComments are in brackets what the mark of a comment looks like: substances, and
// indicators of the core suite and of integration.
var notComments = lazyregexp.Lazy(`^\[(?:CO2|PM10|NO2|SO2|NI[0-9]+|MSG[0-9]+|COP[0-9]+)\]$`)

// isID reports whether brackets have the id of an indicator or a measure in them.
func isID(p *Prose, _, written string, _ int) bool {
	if notComments().MatchString(written) {
		return true
	}
	id := strings.Trim(written, "[]")
	if _, ok := indicators.ByID(indicators.ID(id)); ok {
		return true
	}
	return p.report.Framework != nil && p.report.Framework.Table != nil && p.report.Framework.Table.ByID(id) != nil
}
